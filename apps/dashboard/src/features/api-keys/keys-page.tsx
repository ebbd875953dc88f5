import { useNavigate, useSearch } from '@tanstack/react-router';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { problemOf } from '../../data/client.ts';
import { type ApiKey, useApiKeys } from '../../data/lists.ts';
import { useMay } from '../../data/session.ts';
import { Page } from '../../shell/page.tsx';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Message, Skeleton } from '../../ui/states.tsx';
import { DeleteKey } from './delete-key.tsx';
import { ExampleCall } from './example-call.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { type KeyAct, KeyTable } from './key-table.tsx';
import { RotateKey } from './rotate-key.tsx';

/** What lets programs in. */
export function KeysPage() {
  const t = useTranslations('apiKeys');
  const s = useTranslations('shell');
  const mayWrite = useMay('keys:write');
  const search = useSearch({ from: '/tenant/keys' });
  const navigate = useNavigate({ from: '/keys' });
  const { data: keys, error, refetch } = useApiKeys();
  const [chosen, setChosen] = useState<{ act: KeyAct; key: ApiKey } | null>(null);
  const creating = (open: boolean) => void navigate({ search: { new: open ? 'key' : undefined }, replace: true });
  useShortcuts({ n: () => mayWrite && creating(true) });
  const close = () => setChosen(null);
  const create = mayWrite && (
    <Button look="primary" icon={Plus} onClick={() => creating(true)}>
      {t('create.open')}
    </Button>
  );
  return (
    <Page title={t('title')} crumb={s('connect')} actions={keys && keys.length > 0 && create}>
      {keys ? (
        <div className="flex flex-col gap-4">
          <Panel>
            {keys.length === 0 ? (
              <Message icon={KeyRound} title={t('first')} action={create}>
                {t('firstHint')}
              </Message>
            ) : (
              <KeyTable keys={keys} mayWrite={mayWrite} onAct={(act, key) => setChosen({ act, key })} />
            )}
          </Panel>
          <ExampleCall />
        </div>
      ) : error ? (
        <Failure problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : (
        <Skeleton rows={5} className="rounded-3 border border-line" />
      )}
      {search.new !== undefined && mayWrite && <KeyDialog onClose={() => creating(false)} />}
      {chosen?.act === 'edit' && <KeyDialog apiKey={chosen.key} onClose={close} />}
      {chosen?.act === 'rotate' && <RotateKey apiKey={chosen.key} onClose={close} />}
      {chosen?.act === 'delete' && <DeleteKey apiKey={chosen.key} onClose={close} />}
    </Page>
  );
}
