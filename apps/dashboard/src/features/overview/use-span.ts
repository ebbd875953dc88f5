import { useFormatter } from 'use-intl';

/** "Mon 19:00 – 20:00" */
export function useSpan(): (span: { from: number; to: number }) => string {
  const format = useFormatter();
  return ({ from, to }) =>
    format.dateTimeRange(new Date(from), new Date(to), { weekday: 'short', hour: '2-digit', minute: '2-digit', hour12: false });
}
