import { Globe, Layers, type LucideIcon, Package, Split } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';
import { axisOf, endOf, type Step } from './steps.ts';
import { type CallTone, callTone, useStepWords } from './step-words.ts';

interface Props {
  steps: Step[];
  chosen: string | undefined;
  onChoose: (key: string) => void;
}

const icons: Record<Step['kind'], LucideIcon> = { received: Globe, stored: Layers, split: Split, call: Package };
const badge: Record<CallTone, string> = {
  door: 'bg-brand-soft text-brand-text',
  ok: 'bg-ok-soft text-ok',
  bad: 'bg-bad-soft text-bad',
  open: 'bg-surface-3 text-ink-2',
};
const bar: Record<CallTone, string> = { door: 'bg-chart-1', ok: 'bg-ok-fill', bad: 'bg-bad-fill', open: 'bg-ink-3' };
/** Number, icon, words, axis, length. On narrow screens the axis has a line of its own. */
const columns = 'grid grid-cols-[44px_24px_minmax(0,1fr)_64px] items-center gap-x-2 lg:grid-cols-[46px_24px_minmax(0,1fr)_minmax(160px,300px)_64px]';

/** What happened to one webhook, step by step, on one axis of milliseconds. */
export function Waterfall({ steps, chosen, onChoose }: Props) {
  const t = useTranslations('sandbox.trace');
  const format = useFormatter();
  const { end, ticks } = axisOf(steps);
  const stored = steps.find((step) => step.kind === 'stored');
  const answeredAt = stored?.kind === 'stored' ? stored.answeredAt : null;
  return (
    <section className="overflow-hidden rounded-3 border border-line bg-surface-1">
      <div className={classes(columns, 'h-8 border-b border-line bg-surface-2 px-4 text-12 text-ink-2')}>
        <span className="text-end">{t('at')}</span>
        <span />
        <span>{t('step')}</span>
        <span aria-hidden className="num relative hidden h-4 lg:block">
          {ticks.map((tick) => (
            <span key={tick} className="absolute -translate-x-1/2 rtl:translate-x-1/2" style={{ insetInlineStart: `${(tick / end) * 100}%` }}>
              {format.number(tick)}
            </span>
          ))}
        </span>
        <span className="text-end">{t('took')}</span>
      </div>
      <ol>
        {steps.map((step) => (
          <Row key={step.key} step={step} end={end} ticks={ticks} answeredAt={answeredAt} chosen={step.key === chosen} onChoose={() => onChoose(step.key)} />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  step: Step;
  end: number;
  ticks: number[];
  answeredAt: number | null;
  chosen: boolean;
  onChoose: () => void;
}

function Row({ step, end, ticks, answeredAt, chosen, onChoose }: RowProps) {
  const t = useTranslations('sandbox.trace');
  const { title, note, line, ms } = useStepWords()(step);
  const tone = callTone(step);
  const Icon = icons[step.kind];
  const far = step.at > end;
  return (
    <li className="border-b border-line last:border-0">
      <button
        type="button"
        aria-pressed={chosen}
        onClick={onChoose}
        className={classes(columns, 'min-h-13 w-full px-4 text-start outline-offset-[-2px]', chosen ? 'bg-brand-soft' : 'hover:bg-surface-2')}
      >
        <span className="mono text-end text-ink-2">{ms(step.at)}</span>
        <span className={classes('grid size-6 place-items-center rounded-2', badge[tone])}>
          <Icon aria-hidden className="size-4" strokeWidth={1.5} />
        </span>
        <span className="min-w-0 py-1.5">
          <span className="flex items-baseline gap-2">
            <b className="truncate font-strong">{title}</b>
            <span className={classes('num shrink-0 text-12', tone === 'bad' ? 'font-mid text-bad' : 'text-ink-2')}>{note}</span>
          </span>
          <span className={classes('block truncate text-12', tone === 'bad' ? 'text-bad' : 'text-ink-2')}>{line}</span>
        </span>
        <span aria-hidden className="relative order-last col-span-full h-3 self-stretch lg:order-none lg:col-span-1 lg:h-auto">
          {ticks.map((tick) => (
            <span key={tick} className="absolute inset-y-0 hidden w-px bg-chart-grid lg:block" style={{ insetInlineStart: `${(tick / end) * 100}%` }} />
          ))}
          {answeredAt !== null && answeredAt <= end && (
            <span className="absolute inset-y-0 border-s border-dashed border-ok" style={{ insetInlineStart: `${(answeredAt / end) * 100}%` }} />
          )}
          {far ? (
            <span className="absolute inset-y-0 end-1 flex items-center text-12 text-ink-2">{t('later', { after: ms(step.at) })}</span>
          ) : (
            <span
              className={classes('absolute top-0 h-2 min-w-1 rounded-[3px] lg:top-5 lg:h-3', bar[tone], step.took === null && 'opacity-0')}
              style={{ insetInlineStart: `${(step.at / end) * 100}%`, width: `${((Math.min(end, endOf(step)) - step.at) / end) * 100}%` }}
            />
          )}
        </span>
        <span className="mono text-end">{step.took === null ? tone === 'open' && t('open') : t('ms', { ms: ms(step.took) })}</span>
      </button>
    </li>
  );
}
