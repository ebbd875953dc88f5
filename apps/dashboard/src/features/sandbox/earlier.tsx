import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/panel.tsx';
import { useMessageWords } from './message-words.ts';
import type { Entry } from './use-thread.ts';

interface Props {
  entries: Entry[];
  chosen: string | undefined;
  onChoose: (webhookId: string) => void;
  onClear: () => void;
}

/** Every webhook that left this phone, newest first; a message that was sent twice has two. */
export function Earlier({ entries, chosen, onChoose, onClear }: Props) {
  const t = useTranslations('sandbox.earlier');
  const words = useMessageWords();
  const format = useFormatter();
  const rows = entries
    .flatMap((entry) => (entry.sent ?? []).map((sent, index) => ({ entry, sent, again: index > 0 })))
    .filter(({ sent }) => sent.webhookId !== null)
    .toReversed();
  return (
    <Panel
      title={t('title')}
      aside={
        rows.length > 0 && (
          <Button size="xs" look="bare" onClick={onClear}>
            {t('clear')}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="px-4 py-3 text-ink-2">{t('none')}</p>
      ) : (
        <ul className="max-h-64 overflow-y-auto">
          {rows.map(({ entry, sent, again }) => {
            const id = sent.webhookId ?? '';
            const outcome = entry.outcomes?.[id];
            return (
              <li key={id} className="border-b border-line last:border-0">
                <button
                  type="button"
                  aria-pressed={id === chosen}
                  onClick={() => onChoose(id)}
                  className={classes('flex min-h-9 w-full items-center gap-3 px-4 text-start outline-offset-[-2px] pointer-coarse:min-h-11', id === chosen ? 'bg-brand-soft' : 'hover:bg-surface-2')}
                >
                  <span className="mono ltr text-ink-2">{format.dateTime(new Date(sent.at), { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })}</span>
                  <span dir="auto" className="min-w-0 flex-1 truncate">
                    {again ? t('again', { what: words(entry) }) : words(entry)}
                  </span>
                  <span className={classes('num shrink-0', outcome?.ending === 'failed' || outcome?.ending === 'quarantined' ? 'text-bad' : 'text-ink-2')}>
                    {outcome === undefined ? t('open') : outcome.ending === 'called' ? t('ms', { ms: format.number(Math.round(outcome.ms ?? 0)) }) : t(outcome.ending)}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
