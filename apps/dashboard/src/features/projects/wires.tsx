import { Fragment } from 'react';
import { classes } from '../../ui/classes.ts';
import { apart, LABEL_AT, labelHeight, placeWires, type Route, ROW, wirePath } from './wire-geometry.ts';

interface Props {
  routes: Route[];
  numbers: string[];
  projects: string[];
  chosen: string | undefined;
  broken: Set<string>;
  width: number;
}

/** The lines of the map; what they say is in the table below too, so the ear is spared them. */
export function Wires({ routes, numbers, projects, chosen, broken, width }: Props) {
  const height = Math.max(numbers.length, projects.length, 1) * ROW;
  const wires = placeWires(routes, numbers, projects, chosen);
  const lit = wires.filter((wire) => wire.lit);
  const heights = apart(lit.map(labelHeight), 20);
  return (
    <div aria-hidden className="relative" style={{ height }}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fill="none" strokeLinecap="round" strokeLinejoin="round" className="rtl:-scale-x-100">
        {wires.map((wire) => (
          <g key={wire.id} strokeWidth={wire.lit ? 2 : 1.5} className={strokeOf(wire.lit, broken.has(wire.projectId))}>
            <path d={wirePath(wire, width)} />
            <path d={`M${width - 9} ${wire.y1 - 3.5}l4 3.5-4 3.5`} />
          </g>
        ))}
      </svg>
      {lit.map((wire, index) => (
        <Fragment key={wire.id}>
          <span
            className={classes(
              'absolute grid h-[18px] -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full border bg-surface-1 px-1.5 text-[11px]/4 font-strong num rtl:translate-x-1/2',
              broken.has(wire.projectId) ? 'border-bad-line text-bad' : 'border-brand-line text-brand-text',
            )}
            style={{ insetInlineStart: `${LABEL_AT * 100 + 4}%`, top: heights[index] }}
          >
            {wire.priority}
          </span>
        </Fragment>
      ))}
    </div>
  );
}

function strokeOf(lit: boolean, broken: boolean): string {
  if (broken) return lit ? 'stroke-bad-fill' : 'stroke-bad-line';
  return lit ? 'stroke-brand' : 'stroke-line-2';
}
