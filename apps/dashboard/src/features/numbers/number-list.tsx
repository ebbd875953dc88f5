import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import type { Account, App, PhoneNumber } from '../../data/lists.ts';
import { useMay } from '../../data/session.ts';
import { AccountHeading } from './account-heading.tsx';
import { AppPanel } from './app-panel.tsx';
import { AccountDialog, AppDialog, NumberDialog } from './edit-dialogs.tsx';
import { NumberTable } from './number-table.tsx';
import { type Removal, RemoveDialog } from './remove-dialogs.tsx';

interface Props {
  accounts: Account[];
  apps: App[];
  numbers: PhoneNumber[];
  app: string | undefined;
  number: string | undefined;
  mayWrite: boolean;
}

type Editing = { kind: 'account'; row: Account } | { kind: 'app'; row: App } | { kind: 'number'; row?: PhoneNumber; appId: string };

/** Accounts, below them their apps, and in those the numbers. */
export function NumberList({ accounts, apps, numbers, app: chosenApp, number: chosenNumber, mayWrite }: Props) {
  const t = useTranslations('numbers');
  const navigate = useNavigate();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [removing, setRemoving] = useState<Removal | null>(null);
  const reads = useMay('deliveries:read');
  const sandbox = $api.useQuery('get', '/api/v1/sandbox', {}, { enabled: reads, staleTime: 60_000 });
  const onNumber = {
    chosen: chosenNumber,
    mayWrite,
    onEdit: (row: PhoneNumber) => setEditing({ kind: 'number', row, appId: row.appId }),
    onDelete: (row: PhoneNumber) => setRemoving({ kind: 'number', row }),
    onSandbox: sandbox.data?.available ? (row: PhoneNumber) => void navigate({ to: '/sandbox', search: { number: row.phoneNumberId } }) : undefined,
  };
  const known = new Set(apps.map((app) => app.id));
  // Connected by a super-admin through an app of the platform, which is nobody's here.
  const foreign = numbers.filter((row) => !known.has(row.appId));
  const appPanel = (app: App) => (
    <AppPanel
      key={app.id}
      app={app}
      numbers={numbers.filter((row) => row.appId === app.id)}
      chosen={app.id === chosenApp}
      chosenNumber={chosenNumber}
      mayWrite={mayWrite}
      onEdit={() => setEditing({ kind: 'app', row: app })}
      onDelete={() => setRemoving({ kind: 'app', row: app })}
      onAddNumber={() => setEditing({ kind: 'number', appId: app.id })}
      onEditNumber={onNumber.onEdit}
      onDeleteNumber={onNumber.onDelete}
      onSandbox={onNumber.onSandbox}
    />
  );
  const close = () => setEditing(null);
  return (
    <div className="flex flex-col gap-6">
      {accounts.map((account) => {
        const own = apps.filter((app) => app.businessId === account.businessId);
        return (
          <div key={account.businessId} className="flex flex-col gap-3">
            <AccountHeading
              account={account}
              mayWrite={mayWrite}
              onEdit={() => setEditing({ kind: 'account', row: account })}
              onDelete={() => setRemoving({ kind: 'account', row: account })}
            />
            {own.map(appPanel)}
            {own.length === 0 && <p className="text-ink-2">{t('noApps')}</p>}
          </div>
        );
      })}
      {apps.filter((app) => app.businessId === null).map(appPanel)}
      {foreign.length > 0 && (
        <section aria-label={t('platform')} className="rounded-3 border border-line">
          <header className="border-b border-line px-4 py-2">
            <h2 className="font-strong">{t('platform')}</h2>
            <p className="text-12 text-ink-3">{t('platformHint')}</p>
          </header>
          <NumberTable label={t('platform')} numbers={foreign} {...onNumber} />
        </section>
      )}
      {editing?.kind === 'account' && <AccountDialog row={editing.row} onClose={close} />}
      {editing?.kind === 'app' && <AppDialog row={editing.row} onClose={close} />}
      {editing?.kind === 'number' && <NumberDialog row={editing.row} appId={editing.appId} apps={apps} onClose={close} />}
      {removing && <RemoveDialog removal={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}
