import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { problemOf } from '../../data/client.ts';
import { Page } from '../../shell/page.tsx';
import { classes } from '../../ui/classes.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type Queue, useQueues } from './platform-data.ts';
import { ageTone, useAge } from './use-age.ts';

/** Every figure of every step, with words: what it does, what its figures mean, what to do when they grow. */
export function QueuesPage() {
  const t = useTranslations('admin');
  const queues = useQueues();
  return (
    <Page title={t('queues')} beside={queues.data && <Tag tone="info">{t(`backend.${queues.data.backend}`)}</Tag>}>
      {queues.error ? (
        <Failure problem={problemOf(queues.error)} onRetry={() => void queues.refetch()} />
      ) : !queues.data ? (
        <Skeleton rows={8} />
      ) : (
        <div className="flex flex-col gap-4">
          <p className="max-w-180 text-ink-2">
            {t('queuesIntro')} {t(`backendHint.${queues.data.backend}`)}
          </p>
          {queues.data.queues.map((queue) => (
            <Step key={queue.queue} queue={queue} />
          ))}
        </div>
      )}
    </Page>
  );
}

function Step({ queue }: { queue: Queue }) {
  const t = useTranslations('admin');
  const format = useFormatter();
  const age = useAge();
  const figures = [
    { label: t('queue.pending'), value: format.number(queue.pending) },
    { label: t('queue.active'), value: format.number(queue.active) },
    { label: t('queue.waiting'), value: format.number(queue.waiting) },
    { label: t('queue.done'), value: format.number(queue.completed) },
    { label: t('queue.failed'), value: format.number(queue.failed), tone: queue.failed > 0 ? 'text-bad' : '' },
    { label: t('queue.oldest'), value: age(queue.oldestSeconds), tone: ageTone(queue.oldestSeconds) },
  ];
  return (
    <Panel title={<span className="mono text-13!">{queue.queue}</span>} note={t(`steps.${queue.queue}.title`)}>
      <dl className="grid grid-cols-2 gap-px overflow-hidden border-b border-line bg-line sm:grid-cols-3 lg:grid-cols-6">
        {figures.map(({ label, value, tone }) => (
          <div key={label} className="bg-surface-1 px-4 py-2.5">
            <dt className="text-12 text-ink-2">{label}</dt>
            <dd className={classes('num text-16 font-strong', tone)}>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="grid gap-x-8 gap-y-2 px-4 py-3 text-ink-2 lg:grid-cols-2">
        <p>{t(`steps.${queue.queue}.what`)}</p>
        <p>
          {t(`steps.${queue.queue}.help`)}{' '}
          {queue.queue === 'explode' && queue.failed > 0 && (
            <Link to="/admin/quarantine" className="link">
              {t('openQuarantine')}
            </Link>
          )}
        </p>
      </div>
    </Panel>
  );
}
