import { useFormatter, useTranslations } from 'use-intl';
import { useLiveState } from '../data/live-state.ts';
import { Dot } from '../ui/tag.tsx';

/** Whether what is on screen is what is. */
export function LiveMark() {
  const t = useTranslations('shell');
  const format = useFormatter();
  const state = useLiveState();
  return (
    <span role="status" className="font-mid text-ink-2">
      {state.kind === 'live' ? (
        <Dot tone="ok">{t('live')}</Dot>
      ) : state.kind === 'connecting' ? (
        <Dot>{t('connecting')}</Dot>
      ) : (
        <Dot tone="warn">{t('behind', { time: format.dateTime(state.since, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }) })}</Dot>
      )}
    </span>
  );
}
