import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import { Code } from '../../ui/code.tsx';
import { Id } from '../../ui/copy.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Clock } from '../../ui/time.tsx';
import { CallRecord } from './call-record.tsx';
import type { Step, Trace } from './steps.ts';
import { useStepWords } from './step-words.ts';
import type { Sent } from './use-thread.ts';

interface Props {
  step: Step;
  trace: Trace;
  sent: Sent | undefined;
  messageId: string | null | undefined;
}

/** What is written down of the chosen step. */
export function StepRecord({ step, trace, sent, messageId }: Props) {
  const t = useTranslations('sandbox.record');
  const { title } = useStepWords()(step);
  return (
    <Panel title={title} note={t(`note.${step.kind}`)}>
      <div className="flex flex-col gap-3 p-4">
        {step.kind === 'received' && <Received trace={trace} />}
        {step.kind === 'stored' && <Stored trace={trace} sent={sent} messageId={messageId} />}
        {step.kind === 'split' && <Splits trace={trace} />}
        {step.kind === 'call' && <CallRecord delivery={step.delivery} attempt={step.attempt} />}
      </div>
    </Panel>
  );
}

export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">{children}</dl>;
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd className="num min-w-0 break-words">{children}</dd>
    </>
  );
}

function Received({ trace }: { trace: Trace }) {
  const t = useTranslations('sandbox.record');
  const first = trace.events[0]?.id;
  const { data } = $api.useQuery('get', '/api/v1/events/{id}', { params: { path: { id: first ?? '' } } }, { enabled: first !== undefined });
  return (
    <>
      <Facts>
        <Fact label={t('at')}>
          <Clock at={trace.receivedAt} />
        </Fact>
        <Fact label={t('signature')}>{t('signatureRight')}</Fact>
        <Fact label={t('sha')}>
          <Id value={trace.sha256} what={t('sha')} />
        </Fact>
      </Facts>
      {data?.payload && (
        <div className="flex max-h-80 flex-col">
          <Code text={data.payload} label={t('payload')} />
        </div>
      )}
    </>
  );
}

function Stored({ trace, sent, messageId }: Omit<Props, 'step'>) {
  const t = useTranslations('sandbox.record');
  const { ms } = useStepWords()({ kind: 'received', key: '', at: 0, took: null, bytes: 0 });
  return (
    <Facts>
      {sent && (
        <Fact label={t('told')}>
          <span className="mono">{sent.status}</span> {t('afterCommit', { ms: ms(sent.durationMs) })}
        </Fact>
      )}
      {messageId && (
        <Fact label={t('messageId')}>
          <Id value={messageId} what={t('messageId')} />
        </Fact>
      )}
      {sent?.checkMs != null && <Fact label={t('check')}>{t('ms', { ms: ms(sent.checkMs) })}</Fact>}
      {sent?.commitMs != null && <Fact label={t('commit')}>{t('commitOf', { ms: ms(sent.commitMs), count: sent.rows ?? 1 })}</Fact>}
      <Fact label={t('sha')}>
        <Id value={trace.sha256} what={t('sha')} />
      </Fact>
      <Fact label={t('webhook')}>
        <Id value={trace.webhookId} what={t('webhook')} />
      </Fact>
    </Facts>
  );
}

function Splits({ trace }: { trace: Trace }) {
  const t = useTranslations('sandbox.record');
  if (trace.events.length === 0) return <p className="text-ink-2">{trace.state === 'quarantined' ? t('quarantined') : t('cameBefore')}</p>;
  return trace.events.map((event) => (
    <Facts key={event.id}>
      <Fact label={t('event')}>
        <Link to="/events" search={{ event: event.id }} className="link mono">
          {event.id}
        </Link>
      </Fact>
      <Fact label={t('kinds')}>
        <span className="mono">{event.kinds.join(', ')}</span>
      </Fact>
      <Fact label={t('items')}>{event.items}</Fact>
      <Fact label={t('split')}>
        <Clock at={event.splitAt} />
      </Fact>
      <Fact label={t('routes')}>{event.deliveries.length > 0 ? [...new Set(event.deliveries.map(({ projectName }) => projectName))].join(', ') : t('noRoutes')}</Fact>
    </Facts>
  ));
}
