import { CircleAlert, CircleCheck, CircleDashed, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { problemOf } from '../../data/client.ts';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Failure, Message, Skeleton } from '../../ui/states.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { Earlier } from './earlier.tsx';
import { useMessageWords } from './message-words.ts';
import { progressOf, stepsOf } from './steps.ts';
import { callTone } from './step-words.ts';
import { StepRecord } from './step-record.tsx';
import type { Entry, Progress } from './use-thread.ts';
import { useTrace } from './use-trace.ts';
import { Waterfall } from './waterfall.tsx';

interface Props {
  entries: Entry[];
  /** Which webhook is held; without one the newest is followed. */
  held: string | undefined;
  onHold: (webhookId: string | undefined) => void;
  onClear: () => void;
}

const looks: Record<Progress, { tone: Tone; icon: LucideIcon }> = {
  open: { tone: 'neutral', icon: CircleDashed },
  called: { tone: 'ok', icon: CircleCheck },
  troubled: { tone: 'warn', icon: CircleAlert },
  failed: { tone: 'bad', icon: CircleAlert },
  dropped: { tone: 'neutral', icon: CircleCheck },
  nobody: { tone: 'warn', icon: CircleAlert },
  quarantined: { tone: 'bad', icon: CircleAlert },
};

/** One webhook, one trace. */
export function TracePane({ entries, held, onHold, onClear }: Props) {
  const t = useTranslations('sandbox.trace');
  const words = useMessageWords();
  const format = useFormatter();
  const newest = entries.flatMap(({ sent = [] }) => sent).findLast(({ webhookId }) => webhookId !== null)?.webhookId ?? undefined;
  const shown = held ?? newest;
  const entry = entries.find(({ sent }) => sent?.some(({ webhookId }) => webhookId === shown));
  const { data } = useTrace(shown);
  const state = data && progressOf(data);
  return (
    <section aria-label={t('title')} className="flex min-w-0 flex-col gap-4">
      <header className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <h2 dir="auto" className="min-w-0 truncate text-16 font-strong">
          {entry ? t('quoted', { text: words(entry) }) : shown ? t('ofWebhook') : t('title')}
        </h2>
        {state && (
          <Tag tone={looks[state.progress].tone} icon={looks[state.progress].icon}>
            {t(`progress.${state.progress}`)}
          </Tag>
        )}
        <span className="ms-auto flex items-center gap-3">
          {state?.ms != null && <span className="num text-12 text-ink-2">{t('total', { ms: format.number(Math.round(state.ms)) })}</span>}
          <Segmented
            label={t('following')}
            value={held ? 'hold' : 'follow'}
            options={[
              { value: 'follow', label: t('follow') },
              { value: 'hold', label: t('hold') },
            ]}
            onChange={(next) => onHold(next === 'hold' ? shown : undefined)}
          />
        </span>
      </header>
      {shown ? (
        <OneTrace key={shown} webhookId={shown} entries={entries} entry={entry} onHold={onHold} onClear={onClear} />
      ) : (
        <Panel>
          <Message icon={CircleDashed} title={t('empty')}>
            {t('emptyHint')}
          </Message>
        </Panel>
      )}
    </section>
  );
}

interface OneProps {
  webhookId: string;
  entries: Entry[];
  entry: Entry | undefined;
  onHold: (webhookId: string) => void;
  onClear: () => void;
}

function OneTrace({ webhookId, entries, entry, onHold, onClear }: OneProps) {
  const [chosen, setChosen] = useState<string>();
  const { data: trace, error, refetch } = useTrace(webhookId);
  if (error) return <Panel><Failure problem={problemOf(error)} onRetry={() => void refetch()} /></Panel>;
  if (!trace) return <Panel><Skeleton rows={5} /></Panel>;
  const sent = entry?.sent?.find((one) => one.webhookId === webhookId);
  const steps = stepsOf(trace, sent);
  // What went wrong is looked at first; otherwise the promise to Meta.
  const shown = steps.find(({ key }) => key === chosen) ?? steps.find((step) => callTone(step) === 'bad') ?? steps.find(({ kind }) => kind === 'stored');
  return (
    <>
      <Waterfall steps={steps} chosen={shown?.key} onChoose={setChosen} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        {shown && <StepRecord step={shown} trace={trace} sent={sent} messageId={entry?.messageId} />}
        <Earlier entries={entries} chosen={webhookId} onChoose={onHold} onClear={onClear} />
      </div>
    </>
  );
}
