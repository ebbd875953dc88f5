import { Link } from '@tanstack/react-router';
import { Hash, PlugZap } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { problemOf } from '../../data/client.ts';
import { Page } from '../../shell/page.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Message, Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Sandbox } from './sandbox.tsx';
import { useSandbox } from './use-sandbox.ts';

export function SandboxPage() {
  const t = useTranslations('sandbox');
  const sandbox = useSandbox();
  if (sandbox.data?.available && sandbox.data.numbers.length > 0) return <Sandbox sandbox={sandbox.data} />;
  return (
    <Page title={t('title')} crumb={t('crumb')} beside={sandbox.data?.available && <Tag tone="info">{t('simulator')}</Tag>}>
      <Panel>
        {sandbox.error ? (
          <Failure problem={problemOf(sandbox.error)} onRetry={() => void sandbox.refetch()} />
        ) : !sandbox.data ? (
          <Skeleton rows={8} />
        ) : !sandbox.data.available ? (
          <Message icon={PlugZap} title={t('away')}>
            <p>{t('awayHint')}</p>
            <p className="mono ltr mt-3 rounded-2 border border-line bg-surface-2 px-3 py-2 text-start">{t('awayCommand')}</p>
          </Message>
        ) : (
          <Message
            icon={Hash}
            title={t('noNumber')}
            action={
              <Link to="/numbers" search={{ connect: 'new' }} className={buttonClass({ look: 'primary' })}>
                {t('connectNumber')}
              </Link>
            }
          >
            {t('noNumberHint')}
          </Message>
        )}
      </Panel>
    </Page>
  );
}
