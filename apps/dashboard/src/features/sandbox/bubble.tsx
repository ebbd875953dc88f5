import { Ban, Check, CheckCheck, CircleAlert, CircleHelp, Clock, type LucideIcon, MapPin } from 'lucide-react';
import { useEffect } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';
import { useMessageWords } from './message-words.ts';
import { progressOf } from './steps.ts';
import type { Ending, Entry, Outcome, Progress, Sent } from './use-thread.ts';
import { useTrace } from './use-trace.ts';

interface Props {
  entry: Entry;
  chosen: boolean;
  onChoose: (webhookId: string) => void;
  onSettled: (entryId: string, webhookId: string, outcome: Outcome) => void;
}

export const endings: readonly Progress[] = ['called', 'failed', 'dropped', 'nobody', 'quarantined'] satisfies Ending[];

/** A message on the phone, and how far it has come. */
export function Bubble({ entry, chosen, onChoose, onSettled }: Props) {
  const t = useTranslations('sandbox');
  const format = useFormatter();
  const words = useMessageWords();
  const first = entry.sent?.find(({ webhookId }) => webhookId !== null)?.webhookId;
  return (
    <li className="flex max-w-[250px] flex-col items-end self-end">
      <button
        type="button"
        disabled={!first}
        aria-pressed={chosen}
        onClick={() => first && onChoose(first)}
        className={classes(
          'max-w-full rounded-4 rounded-ee-[4px] border border-bubble-out-line bg-bubble-out px-3 py-1.5 text-start text-14',
          chosen && 'outline-2 outline-offset-1 outline-focus',
        )}
      >
        {entry.thumb && <img src={entry.thumb} alt={t('kinds.image')} className="mb-1 max-h-40 rounded-2" />}
        {entry.kind === 'location' && <MapPin aria-hidden className="me-1 inline size-4 align-[-3px] text-ink-2" strokeWidth={1.5} />}
        {(entry.text || entry.kind !== 'image') && (
          <span dir="auto" className="break-words whitespace-pre-wrap">
            {words(entry)}
          </span>
        )}
        <span className="mt-0.5 flex flex-wrap items-center justify-end gap-x-1.5 text-12 text-ink-2">
          <span className="num">{format.dateTime(new Date(entry.at), { hour: '2-digit', minute: '2-digit', hour12: false })}</span>
          {entry.refused !== undefined ? (
            <Mark icon={CircleAlert} tone="text-bad" word={t('ticks.refused')} />
          ) : entry.sent ? (
            entry.sent.map((sent, index) => <Ticks key={index} entry={entry} sent={sent} onSettled={onSettled} />)
          ) : (
            <Sending since={entry.at} />
          )}
        </span>
      </button>
      {entry.refused !== undefined && <p dir="auto" className="mt-1 text-12 text-bad">{entry.refused}</p>}
    </li>
  );
}

const LONGEST_MS = 60_000;

/** A page that was left before the answer came will never know it. */
function Sending({ since }: { since: string }) {
  const t = useTranslations('sandbox.ticks');
  const now = useNow({ updateInterval: 5_000 });
  const lost = now.getTime() - Date.parse(since) > LONGEST_MS;
  return lost ? <Mark icon={CircleHelp} word={t('unknown')} /> : <Mark icon={Clock} word={t('sending')} />;
}

function Mark({ icon: Icon, word, tone }: { icon: LucideIcon; word: string; tone?: string }) {
  return (
    <span className={classes('inline-flex items-center gap-1', tone)}>
      <Icon aria-hidden className="size-3.5" strokeWidth={1.75} />
      {word}
    </span>
  );
}

const marks: Record<Progress, { icon: LucideIcon; tone?: string }> = {
  open: { icon: CheckCheck },
  called: { icon: CheckCheck, tone: 'text-tick-read' },
  troubled: { icon: CircleAlert, tone: 'text-warn' },
  failed: { icon: CircleAlert, tone: 'text-bad' },
  dropped: { icon: Ban },
  nobody: { icon: CircleHelp, tone: 'text-warn' },
  quarantined: { icon: CircleAlert, tone: 'text-bad' },
};

interface TicksProps {
  entry: Entry;
  sent: Sent;
  onSettled: Props['onSettled'];
}

/** Sent, stored, everyone called: one tick, two, two in colour, each with its word. */
function Ticks({ entry, sent, onSettled }: TicksProps) {
  const t = useTranslations('sandbox.ticks');
  const id = sent.webhookId ?? undefined;
  const settled = id === undefined ? undefined : entry.outcomes?.[id];
  const { data } = useTrace(settled ? undefined : id);
  const { progress, ms } = settled ? { progress: settled.ending, ms: settled.ms } : data ? progressOf(data) : { progress: 'open' as const, ms: null };
  useEffect(() => {
    if (id !== undefined && !settled && isEnding(progress)) onSettled(entry.id, id, { ending: progress, ms });
  });
  if (id === undefined) return <Mark icon={CircleAlert} tone="text-bad" word={sent.status === null ? t('unanswered') : t('refusedWith', { status: sent.status })} />;
  if (progress === 'open' && !data) return <Mark icon={Check} word={t('sent')} />;
  return <Mark icon={marks[progress].icon} tone={marks[progress].tone} word={t(progress)} />;
}

function isEnding(progress: Progress): progress is Ending {
  return endings.includes(progress);
}
