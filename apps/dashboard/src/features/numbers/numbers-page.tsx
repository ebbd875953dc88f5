import { useNavigate, useSearch } from '@tanstack/react-router';
import { Hash, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { problemOf } from '../../data/client.ts';
import { useAccounts, useApps, useNumbers } from '../../data/lists.ts';
import { useMay } from '../../data/session.ts';
import { Page } from '../../shell/page.tsx';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { Failure, Message, Skeleton } from '../../ui/states.tsx';
import { ConnectFlow } from './connect-flow.tsx';
import { NumberList } from './number-list.tsx';

export function NumbersPage() {
  const t = useTranslations('numbers');
  const search = useSearch({ from: '/tenant/numbers' });
  const navigate = useNavigate();
  const mayWrite = useMay('waba:write');
  const accounts = useAccounts();
  const apps = useApps();
  const numbers = useNumbers();
  const parts = [accounts, apps, numbers];
  const error = parts.find((part) => part.error)?.error;
  const connecting = search.connect !== undefined && mayWrite;
  const connect = () => void navigate({ to: '/numbers', search: { connect: 'new' } });
  useShortcuts({ n: () => mayWrite && connect() });

  const content = () => {
    if (!accounts.data || !apps.data || !numbers.data) {
      if (error) return <Failure problem={problemOf(error)} onRetry={() => void Promise.all(parts.map((part) => part.refetch()))} />;
      return <Skeleton rows={8} className="rounded-3 border border-line" />;
    }
    const lists = { accounts: accounts.data, apps: apps.data, numbers: numbers.data };
    if (connecting) return <ConnectFlow {...lists} connect={search.connect ?? 'new'} />;
    if (lists.accounts.length + lists.apps.length + lists.numbers.length === 0) {
      const action = mayWrite && (
        <Button look="primary" icon={Plus} onClick={connect}>
          {t('connect')}
        </Button>
      );
      return (
        <Message icon={Hash} title={t('firstUse')} action={action}>
          {t('firstUseHint')}
        </Message>
      );
    }
    return <NumberList {...lists} app={search.app} number={search.number} mayWrite={mayWrite} />;
  };
  return (
    <Page
      title={t('title')}
      crumb={t('crumb')}
      actions={
        mayWrite &&
        !connecting && (
          <Button look="primary" icon={Plus} onClick={connect}>
            {t('connect')}
          </Button>
        )
      }
    >
      {content()}
    </Page>
  );
}
