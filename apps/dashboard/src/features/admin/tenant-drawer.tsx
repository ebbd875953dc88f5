import { LogIn, UserCheck, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { ownNames } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Id } from '../../ui/copy.tsx';
import { Drawer } from '../../ui/drawer.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Ago } from '../../ui/time.tsx';
import { usePrice } from '../plan/price.ts';
import { UsageRow } from '../plan/usage-row.tsx';
import { goAs } from './go-as.ts';
import { type Tenant, useTenant } from './platform-data.ts';
import { type TenantAct, TenantMenu } from './tenant-menu.tsx';
import { TenantState } from './tenant-state.tsx';

interface Props {
  id: string;
  onClose: () => void;
  onAct: (act: TenantAct, tenant: Tenant) => void;
}

/** One tenant: how it stands, its plan and what it has of it, and its people. */
export function TenantDrawer({ id, onClose, onAct }: Props) {
  const t = useTranslations('admin.tenant');
  const ui = useTranslations('ui');
  const price = usePrice();
  const format = useFormatter();
  const { data: tenant, error, refetch } = useTenant(id);
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'long' });
  return (
    <Drawer open onClose={onClose} label={t('detail')}>
      <div className="flex min-h-12 items-center gap-2 border-b border-line px-4">
        <h2 dir="auto" className="aligned min-w-0 flex-1 truncate font-strong">{tenant?.name ?? t('detail')}</h2>
        {tenant && (
          <>
            <Button size="xs" icon={UserCheck} onClick={() => onAct('impersonate', tenant)}>
              {t('signInAs')}
            </Button>
            <Button size="xs" icon={LogIn} iconOnly onClick={() => goAs(tenant)}>
              {t('actForNamed', { name: tenant.name })}
            </Button>
            <TenantMenu tenant={tenant} onAct={onAct} />
          </>
        )}
        <Button look="bare" icon={X} iconOnly onClick={onClose}>
          {ui('close')}
        </Button>
      </div>
      {error ? (
        <Failure problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : !tenant ? (
        <Skeleton rows={10} />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 p-4">
            <Fact label={t('state')}>
              <TenantState tenant={tenant} />
            </Fact>
            {tenant.suspendedAt && (
              <Fact label={t('suspendedSince')}>
                <Ago at={tenant.suspendedAt} />
                {tenant.suspendedReason && <span dir="auto" className="aligned block text-ink-2">{tenant.suspendedReason}</span>}
              </Fact>
            )}
            {tenant.eraseAfter && <Fact label={t('restorableUntil')}>{day(tenant.eraseAfter)}</Fact>}
            <Fact label={t('slug')}>
              <span className="mono ltr">{tenant.slug}</span>
            </Fact>
            <Fact label={t('id')}>
              <Id value={tenant.id} what={t('id')} />
            </Fact>
            <Fact label={t('language')}>{tenant.locale ? <span lang={tenant.locale}>{ownNames[tenant.locale]}</span> : t('languageUsual')}</Fact>
            <Fact label={t('created')}>{day(tenant.createdAt)}</Fact>
          </dl>
          <Section
            title={t('plan')}
            aside={
              <Button size="xs" onClick={() => onAct('plan', tenant)}>
                {t('changePlan')}
              </Button>
            }
          >
            <p className="flex items-baseline gap-3 border-b border-line px-4 py-3">
              <span className="font-strong">{tenant.fullPlan.name}</span>
              <span className="num ms-auto text-ink-2">{price(tenant.fullPlan)}</span>
            </p>
            <ul>
              {tenant.usage.map((use) => (
                <UsageRow key={use.name} {...use} />
              ))}
            </ul>
          </Section>
          {/* What is above it has its height by now. */}
          <People id={id} />
        </div>
      )}
    </Drawer>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line">
      <header className="flex min-h-10 items-center gap-2 border-b border-line bg-surface-2 px-4">
        <h3 className="flex-1 font-strong">{title}</h3>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** Administrators are members, too, so they stand in one list, marked. */
function People({ id }: { id: string }) {
  const t = useTranslations('admin.tenant');
  const shell = useTranslations('shell');
  const members = $api.useQuery('get', '/api/v1/tenants/{id}/members', { params: { path: { id }, query: { limit: 200 } } });
  const people = members.data?.data;
  return (
    <Section title={t('people')}>
      {members.error ? (
        <Failure problem={problemOf(members.error)} onRetry={() => void members.refetch()} />
      ) : !people ? (
        <Skeleton rows={2} />
      ) : people.length === 0 ? (
        <p className="px-4 py-3 text-ink-2">{t('nobody')}</p>
      ) : (
        <ul>
          {people.map(({ userId, name, email, role, status, joinedAt }) => (
            <li key={userId} className="flex items-center gap-3 border-b border-line px-4 py-2.5 last:border-0">
              <span className="min-w-0 flex-1">
                <span dir="auto" className="aligned block truncate font-mid">{name}</span>
                <span className="ltr block w-fit max-w-full truncate text-12 text-ink-2">{email}</span>
              </span>
              <span className="flex flex-col items-end gap-0.5">
                <Tag tone={status === 'disabled' ? 'bad' : role === 'TENANT_ADMIN' ? 'brand' : 'neutral'}>{status === 'disabled' ? t('disabled') : shell(`roles.${role}`)}</Tag>
                <span className="text-12 text-ink-3">
                  <Ago at={joinedAt} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {people && members.data?.nextCursor && <p className="px-4 py-3 text-ink-2">{t('morePeople', { count: people.length })}</p>}
    </Section>
  );
}
