import type { Schemas } from '@waypost/api-client';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { Ago } from '../../ui/time.tsx';
import { toast } from '../../ui/toasts.tsx';
import { RenewKeys } from './renew-keys.tsx';

type Renewal = Schemas['RewrapView'];

const WHILE_RUNNING_MS = 1_000;

/** The keys of stored secrets and of sessions: by name, never by value. */
export function KeysPanel() {
  const t = useTranslations('admin.keys');
  const format = useFormatter();
  const [asking, setAsking] = useState<'renew' | 'rotate' | null>(null);
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/system/keys', {}, {
    refetchInterval: ({ state }) => (state.data?.latest?.state === 'running' ? WHILE_RUNNING_MS : false),
  });
  const running = data?.latest?.state === 'running';
  return (
    <Panel title={t('title')}>
      {error ? (
        <Failure problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={4} />
      ) : (
        <>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 px-4 py-3">
            <dt className="text-ink-2">{t('root')}</dt>
            <dd className="mono ltr break-all">{data.rootKey}</dd>
            {data.dataKeys.map(({ rootKey, dataKeys }) => (
              <KeyCount key={rootKey} text={rootKey === data.rootKey ? t('wrapped') : t('wrappedBefore')} count={format.number(dataKeys)} />
            ))}
            {data.latest && (
              <>
                <dt className="text-ink-2">{t('latest')}</dt>
                <dd>{running ? <Progress renewal={data.latest} /> : <Outcome renewal={data.latest} />}</dd>
              </>
            )}
          </dl>
          <p className="flex flex-wrap gap-2 border-t border-line px-4 py-2.5">
            <Button size="xs" disabled={running} onClick={() => setAsking('renew')}>
              {t('renew')}
            </Button>
            <Button size="xs" onClick={() => setAsking('rotate')}>
              {t('rotate')}
            </Button>
          </p>
        </>
      )}
      {asking === 'renew' && <RenewKeys onClose={() => setAsking(null)} />}
      {asking === 'rotate' && <RotateSigningKey onClose={() => setAsking(null)} />}
    </Panel>
  );
}

function KeyCount({ text, count }: { text: string; count: string }) {
  return (
    <>
      <dt className="text-ink-2">{text}</dt>
      <dd className="num">{count}</dd>
    </>
  );
}

function Progress({ renewal: { phase, keysDone, keysTotal, secretsDone, secretsTotal } }: { renewal: Renewal }) {
  const t = useTranslations('admin.keys');
  const [done, total] = phase === 'keys' ? [keysDone, keysTotal] : [secretsDone, secretsTotal];
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <span role="status" className="flex flex-col gap-1.5">
      <span className="num">{t(`progress.${phase}`, { done, total })}</span>
      <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-surface-3">
        <span className="block h-full rounded-full bg-brand" style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
    </span>
  );
}

function Outcome({ renewal: { state, error, finishedAt, keysDone, secretsDone, secretsUnreadable } }: { renewal: Renewal }) {
  const t = useTranslations('admin.keys');
  return (
    <span className="block">
      {state === 'failed' ? <span className="font-mid text-bad">{t('failed')}</span> : t('done', { keys: keysDone, secrets: secretsDone })} <span className="text-ink-3"><Ago at={finishedAt} /></span>
      {error && <span dir="auto" className="aligned block break-words text-ink-2">{error}</span>}
      {secretsUnreadable > 0 && <span className="block text-bad">{t('unreadable', { count: secretsUnreadable })}</span>}
    </span>
  );
}

function RotateSigningKey({ onClose }: { onClose: () => void }) {
  const t = useTranslations('admin.keys');
  const rotate = $api.useMutation('post', '/api/v1/system/signing-keys/rotate', {
    onSuccess: ({ keyId }) => {
      toast(t('rotated'), { detail: t('rotatedHint', { id: keyId.slice(0, 8) }) });
      readAgain('system/audit');
      onClose();
    },
  });
  return (
    <Confirm
      open
      danger={false}
      onClose={onClose}
      title={t('rotateTitle')}
      action={t('rotate')}
      busy={rotate.isPending}
      problem={rotate.error ? problemOf(rotate.error) : undefined}
      onConfirm={() => rotate.mutate({})}
    >
      {t('rotateWhat')}
    </Confirm>
  );
}
