import { Smartphone } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { App } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { AppDialog } from './edit-dialogs.tsx';
import { randomToken } from './fields.tsx';
import { SetupNotes } from './setup-list.tsx';
import type { Setup } from './setup-steps.ts';
import { Waiting } from './waiting.tsx';

interface Props {
  app: App;
  setup: Setup;
  /** Known only to who has just set it. */
  token: string | null;
  onToken: (token: string) => void;
}

/** What to click at Meta's, with the two values to paste there. */
export function MetaStep({ app, setup, token, onToken }: Props) {
  const t = useTranslations('numbers');
  const [editing, setEditing] = useState(false);
  const sandbox = $api.useQuery('get', '/api/v1/sandbox', {}, { staleTime: 60_000 });
  const verify = $api.useMutation('post', '/api/v1/sandbox/setup/verify');
  const patch = $api.useMutation('patch', '/api/v1/apps/{id}', { gcTime: 0 });
  const problem = verify.error ?? patch.error;
  const renew = () => {
    const verifyToken = randomToken();
    patch.mutate({ params: { path: { id: app.id } }, body: { verifyToken } }, { onSuccess: () => onToken(verifyToken) });
  };
  const askSimulator = () => verify.mutate({ body: { appId: app.id } }, { onSuccess: () => readAgain('apps', 'overview') });
  return (
    <div className="flex flex-col gap-3">
      <ol className="list-decimal ps-5 text-ink-2 marker:text-ink-3">
        <li>{t('flow.metaOpen')}</li>
        <li>{t('flow.metaPaste')}</li>
        <li>{t('flow.metaSubscribe')}</li>
      </ol>
      <Value name={t('webhookUrl')} text={setup.webhookUrl} />
      {token === null ? (
        <Value name={t('flow.token')}>
          <span className="text-ink-2">{t('flow.tokenGone')}</span>
          <Button size="xs" busy={patch.isPending} onClick={renew}>
            {t('flow.tokenNew')}
          </Button>
        </Value>
      ) : (
        <Value name={t('flow.token')} text={token} hint={t('flow.tokenOnce')} />
      )}
      <SetupNotes setup={setup} troubleOnly onSecret={() => setEditing(true)} />
      <div className="flex flex-wrap items-center gap-3">
        <Waiting>{t('flow.waitingMeta')}</Waiting>
        {sandbox.data?.available && (
          <Button icon={Smartphone} busy={verify.isPending} onClick={askSimulator}>
            {t('flow.simulator')}
          </Button>
        )}
      </div>
      <p role="status" className="text-12">
        {problem && <span className="text-bad">{problemOf(problem).detail}</span>}
        {verify.data &&
          (verify.data.ok ? (
            <span className="text-ok">{t('flow.simulatorOk', { status: String(verify.data.status) })}</span>
          ) : (
            <span className="text-bad">{t('flow.simulatorBad', { status: String(verify.data.status) })}</span>
          ))}
      </p>
      {editing && <AppDialog row={app} onClose={() => setEditing(false)} />}
    </div>
  );
}

function Value({ name, text, hint, children }: { name: string; text?: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="grid gap-x-3 gap-y-1 sm:grid-cols-[112px_minmax(0,1fr)] sm:items-center">
      <span className="text-ink-2">{name}</span>
      <span className="flex min-h-8 flex-wrap items-center gap-2 rounded-2 border border-line bg-surface-2 px-2 py-1">
        {text !== undefined && (
          <>
            <code className="mono ltr min-w-0 flex-1 break-all">{text}</code>
            <CopyButton text={text} what={name} look="plain" />
          </>
        )}
        {children}
      </span>
      {hint && <span className="text-12 text-ink-3 sm:col-start-2">{hint}</span>}
    </div>
  );
}
