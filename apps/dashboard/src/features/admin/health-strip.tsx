import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';
import { Dot, type Tone } from '../../ui/tag.tsx';
import { useFigures, useHealth, useMail, useQueues, useReadiness } from './platform-data.ts';
import { ageTone, useAge } from './use-age.ts';

interface CellProps {
  label: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  note: ReactNode;
  tone?: string;
}

function Cell({ label, value, unit, note, tone }: CellProps) {
  return (
    <div className="min-w-0 bg-surface-1 px-4 py-3 first:col-span-2 min-[87.5rem]:first:col-span-1">
      <dt className="text-12 font-mid text-ink-2">{label}</dt>
      <dd className="num mt-0.5">
        <span className={classes('text-20 font-strong', tone)}>{value}</span> <span className="text-ink-2">{unit}</span>
        <span className="block truncate text-12 text-ink-2">{note}</span>
      </dd>
    </div>
  );
}

/** How the platform is, in one line. */
export function HealthStrip() {
  const t = useTranslations('admin.strip');
  const format = useFormatter();
  const age = useAge();
  const queues = useQueues().data;
  const health = useHealth().data;
  const figures = useFigures();
  const ready = useReadiness();
  const oldest = queues?.queues.toSorted((one, other) => other.oldestSeconds - one.oldestSeconds)[0];
  const deliver = queues?.queues.find(({ queue }) => queue === 'deliver');
  const received = figures && [...figures.values()].reduce((sum, { received24h }) => sum + received24h, 0);
  const count = (kind: string) => health?.processes.filter((process) => process.kind === kind).length ?? 0;
  const unknown = t('unknown');
  const check = (state: 'ok' | 'down' | undefined): { tone: Tone; text: string; word: string } =>
    state === undefined
      ? { tone: 'neutral', text: '', word: unknown }
      : state === 'ok'
        ? { tone: 'ok', text: '', word: t('answers') }
        : { tone: 'bad', text: 'text-bad', word: t('away') };
  const database = check(ready?.checks.database);
  const queue = check(ready?.checks.queue);
  const workers = check(ready?.checks.workers);
  const mail = useMail().data;
  const mailState = mail === undefined ? undefined : !mail.configured ? 'off' : mail.lastError !== null && mail.waiting > 0 ? 'stuck' : 'out';
  const mailTone = { off: 'warn', stuck: 'bad', out: 'ok' } as const;
  const redis = queues?.backend === 'redis';
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-3 border border-line bg-line lg:grid-cols-4 min-[87.5rem]:grid-cols-7">
      <Cell
        label={t('received')}
        value={received === undefined ? unknown : format.number(received, { notation: received > 99_999 ? 'compact' : 'standard' })}
        unit={t('receivedUnit')}
        note={t('tenants', { count: figures?.size ?? 0 })}
      />
      <Cell
        label={t('oldest')}
        value={oldest ? age(oldest.oldestSeconds) : unknown}
        tone={oldest && ageTone(oldest.oldestSeconds)}
        note={oldest && oldest.oldestSeconds > 0 ? t('oldestIn', { queue: oldest.queue }) : t('nothingOld')}
      />
      <Cell
        label={t('owed')}
        value={deliver ? format.number(deliver.pending + deliver.active + deliver.waiting) : unknown}
        unit={t('owedUnit')}
        note={deliver && <span className={deliver.failed > 0 ? 'text-bad' : ''}>{t('failed', { count: deliver.failed })}</span>}
      />
      <Cell
        label={<Dot tone={database.tone}>{t('database')}</Dot>}
        value={database.word}
        tone={database.text}
        note={t('apis', { count: count('api') })}
      />
      <Cell
        label={<Dot tone={workers.tone}>{t('workers')}</Dot>}
        value={workers.tone === 'ok' ? t('work') : workers.word}
        tone={workers.text}
        note={workers.tone === 'bad' ? t('workersAwayNote') : t('workersNote', { count: count('worker') })}
      />
      <Cell
        label={<Dot tone={queue.tone === 'bad' ? 'warn' : queue.tone}>{redis ? t('redis') : t('queue')}</Dot>}
        value={queue.word}
        tone={queue.text && 'text-warn'}
        note={queue.tone === 'bad' ? t('queueAwayNote') : redis ? t('redisNote') : t('queueNote')}
      />
      <Cell
        label={<Dot tone={mailState ? mailTone[mailState] : 'neutral'}>{t('mail')}</Dot>}
        value={mailState ? t(`mails.${mailState}`) : unknown}
        tone={mailState === 'stuck' ? 'text-bad' : mailState === 'off' ? 'text-warn' : undefined}
        note={mail && <span className={mail.failed24h > 0 ? 'text-bad' : ''}>{t('mailNote', { waiting: mail.waiting, failed: mail.failed24h })}</span>}
      />
    </dl>
  );
}
