import { useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import { Page } from '../../shell/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { ErasuresPanel } from './erasures-panel.tsx';
import { NotificationsPanel } from './notifications-panel.tsx';
import { RetentionPanel } from './retention-panel.tsx';
import { SsoPanel } from './sso-panel.tsx';
import { useErasures } from './use-erasures.ts';

/** Who is told, how long is kept, what is kept of whom, and where people sign in. */
export function SettingsPage() {
  const t = useTranslations('settings');
  const notifications = $api.useQuery('get', '/api/v1/tenants/current/notifications');
  const retention = $api.useQuery('get', '/api/v1/tenants/current/retention');
  const plan = $api.useQuery('get', '/api/v1/plans/current');
  const oidc = $api.useQuery('get', '/api/v1/tenants/current/oidc');
  const erasures = useErasures();
  // All or none: what stands below would move otherwise.
  const waits = [notifications, retention, plan, oidc, erasures].some(({ isPending }) => isPending);
  return (
    <Page title={t('title')}>
      {waits ? (
        <Skeleton rows={14} className="rounded-3 border border-line" />
      ) : (
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <NotificationsPanel read={notifications} />
            <RetentionPanel read={retention} planDays={plan.data?.plan.limits.retentionDays ?? null} />
          </div>
          <SsoPanel read={oidc} />
          <div className="flex min-w-0 flex-col gap-4 xl:col-span-2">
            <CustomerPanel />
            <ErasuresPanel erasures={erasures} />
          </div>
        </div>
      )}
    </Page>
  );
}
