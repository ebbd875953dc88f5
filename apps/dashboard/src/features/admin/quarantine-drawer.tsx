import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { CopyButton, Id } from '../../ui/copy.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { Dot } from '../../ui/tag.tsx';
import { Ago } from '../../ui/time.tsx';
import { toast } from '../../ui/toasts.tsx';
import { useRereadSystem } from './reread.ts';

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

/** One webhook that was kept aside: why, and what it says. */
export function QuarantineDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('admin.quarantine');
  const ui = useTranslations('ui');
  const format = useFormatter();
  const reread = useRereadSystem();
  const { data: entry, error, refetch } = $api.useQuery('get', '/api/v1/system/quarantine/{id}', { params: { path: { id } } });
  const release = $api.useMutation('post', '/api/v1/system/quarantine/{id}/release', {
    onSuccess: () => {
      toast(t('releasedNow'), { detail: t('releasedNowHint') });
      reread();
    },
    onError: (problem) => toast(t('notReleased'), { tone: 'bad', detail: problemOf(problem).detail }),
  });
  return (
    <Drawer open onClose={onClose} label={t('detail')}>
      <div className="flex min-h-12 items-center gap-3 border-b border-line px-4">
        <h2 className="min-w-0 flex-1 truncate font-strong">{entry ? t(`reasons.${entry.reason}`) : t('detail')}</h2>
        {entry && !entry.releasedAt && (
          <Button look="primary" busy={release.isPending} disabled={entry.body === null} onClick={() => release.mutate({ params: { path: { id } } })}>
            {t('release')}
          </Button>
        )}
        <Button look="bare" icon={X} iconOnly onClick={onClose}>
          {ui('close')}
        </Button>
      </div>
      {error ? (
        <Failure problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : !entry ? (
        <Skeleton rows={8} />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
          <p className="text-ink-2">{t(`why.${entry.reason}`)}</p>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
            <Fact label={t('state')}>
              {entry.releasedAt ? (
                <span className="flex gap-2">
                  <Dot tone="ok">{t('released')}</Dot> <Ago at={entry.releasedAt} />
                </span>
              ) : (
                <Dot tone="warn">{t('waits')}</Dot>
              )}
            </Fact>
            <Fact label={t('said')}>{entry.detail}</Fact>
            <Fact label={t('webhook')}>
              <Id value={entry.webhookId} what={t('webhook')} />
            </Fact>
            <Fact label={t('app')}>{entry.appId ? <Id value={entry.appId} what={t('app')} /> : t('unknown')}</Fact>
            <Fact label={t('kept')}>
              <Ago at={entry.createdAt} />
            </Fact>
            <Fact label={t('size')}>{t('bytes', { n: format.number(entry.size) })}</Fact>
          </dl>
          <section className="flex min-h-0 flex-col gap-2">
            <header className="flex items-center gap-2">
              <h3 className="flex-1 font-mid">{t('body')}</h3>
              {entry.body !== null && <CopyButton text={entry.body} label={t('copyBody')} />}
            </header>
            {entry.body === null ? <p className="text-ink-2">{t('bodyGone')}</p> : <Code text={entry.body} label={t('body')} />}
          </section>
        </div>
      )}
    </Drawer>
  );
}
