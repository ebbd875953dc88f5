/** A line without axes; `max` lets several share a scale. */
export function Sparkline({ values, max, bad }: { values: number[]; max?: number; bad?: boolean }) {
  const top = Math.max(1, max ?? Math.max(...values, 1));
  const step = values.length > 1 ? 92 / (values.length - 1) : 0;
  const points = values.map((value, index) => `${(index * step + 2).toFixed(1)},${(38 - (value / top) * 34).toFixed(1)}`).join(' ');
  return (
    <svg aria-hidden viewBox="0 0 96 40" preserveAspectRatio="none" className={`h-10 w-24 rtl:-scale-x-100 ${bad ? 'text-bad' : 'text-brand'}`}>
      <polyline points={points} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
