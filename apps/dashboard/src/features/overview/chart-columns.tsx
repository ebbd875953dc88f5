import { classes } from '../../ui/classes.ts';
import type { Slot } from './chart-slots.ts';

interface Props {
  slots: Slot[];
  top: number;
  active: number | null;
}

/** What was received beside what was delivered, with trouble on top. */
export function ChartColumns({ slots, top, active }: Props) {
  const height = (value: number) => ({ height: `${(100 * value) / top}%` });
  return (
    <div aria-hidden className="absolute inset-0">
      {[0, 25, 50, 75, 100].map((at) => (
        <span key={at} className="absolute inset-x-0 h-px bg-chart-grid" style={{ top: `${at}%` }} />
      ))}
      <div className="absolute inset-0 flex items-stretch">
        {slots.map(({ from, received, delivered, troubled }, index) => (
          <span
            key={from}
            className={classes(
              'flex min-w-0 flex-1 justify-center transition-opacity duration-[120ms]',
              active !== null && active !== index && 'opacity-70',
            )}
          >
            <span className="flex w-[72%] items-end gap-px">
              {received !== null && <i className="min-w-0 flex-1 rounded-t-xs bg-chart-1" style={height(received)} />}
              <span className="flex h-full min-w-0 flex-1 flex-col justify-end">
                {troubled > 0 && <i className="min-h-0.5 shrink-0 rounded-t-xs bg-bad-fill" style={height(troubled)} />}
                <i className={classes('shrink-0 bg-chart-2', troubled === 0 && 'rounded-t-xs')} style={height(delivered)} />
              </span>
            </span>
          </span>
        ))}
      </div>
    </div>
  );
}
