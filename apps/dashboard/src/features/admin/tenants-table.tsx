import { Link } from '@tanstack/react-router';
import { LogIn } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Initials } from '../../shell/initials.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Scroll } from '../../ui/scroll.tsx';
import { Ago } from '../../ui/time.tsx';
import { goAs } from './go-as.ts';
import type { Tenant, TenantFigures } from './platform-data.ts';
import { type TenantAct, TenantMenu } from './tenant-menu.tsx';
import { TenantState } from './tenant-state.tsx';

interface Props {
  tenants: Tenant[];
  figures: Map<string, TenantFigures> | undefined;
  /** Without dates and plans. */
  brief?: boolean;
  /** The one whose details are open. */
  selected?: string;
  onAct: (act: TenantAct, tenant: Tenant) => void;
}

export function TenantsTable({ tenants, figures, brief, selected, onAct }: Props) {
  const t = useTranslations('admin.tenant');
  const format = useFormatter();
  const number = (value: number | undefined) => (value === undefined ? t('unknown') : format.number(value));
  return (
    <Scroll label={t('title')}>
      <table className={classes('grid-table table-fixed', brief ? 'min-w-[760px]' : 'min-w-[940px] md:min-w-[1060px]')}>
        <thead>
          <tr>
            <th>{t('name')}</th>
            {!brief && <th className="w-25">{t('plan')}</th>}
            <th className={brief ? 'w-27' : 'w-33'}>{t('state')}</th>
            <th className="end w-18">{t('numbers')}</th>
            <th className="end w-19">{t('projects')}</th>
            <th className="end w-27">{t('received')}</th>
            <th className="end w-18">{t('waiting')}</th>
            <th className="end w-17">{t('failed')}</th>
            {!brief && <th className="end w-32 max-md:hidden">{t('created')}</th>}
            <th className={brief ? 'w-22' : 'w-35'}>
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tenants.map((tenant) => {
            const own = figures?.get(tenant.id);
            return (
              <tr key={tenant.id} aria-selected={selected === undefined ? undefined : selected === tenant.id}>
                <td className="h-11!">
                  <Link to="/admin/tenants" search={(before) => ({ ...before, tenant: tenant.id })} className="flex items-center gap-2.5 pointer-coarse:min-h-11">
                    <Initials name={tenant.name} />
                    <span dir="auto" className="truncate font-mid hover:underline">{tenant.name}</span>
                  </Link>
                </td>
                {!brief && <td className="text-ink-2">{tenant.plan.name}</td>}
                <td title={tenant.suspendedReason ?? undefined}>
                  <TenantState tenant={tenant} />
                </td>
                <td className="end text-ink-2">{number(own?.numbers)}</td>
                <td className="end text-ink-2">{number(own?.projects)}</td>
                <td className="end">{number(own?.received24h)}</td>
                <td className={classes('end', own?.waiting ? 'text-warn' : 'text-ink-2')}>{number(own?.waiting)}</td>
                <td className={classes('end', own?.failed ? 'text-bad' : 'text-ink-2')}>{number(own?.failed)}</td>
                {!brief && (
                  <td className="end text-ink-2 max-md:hidden">
                    <Ago at={tenant.createdAt} />
                  </td>
                )}
                <td className="end">
                  <span className="inline-flex items-center gap-1.5">
                    <Button size="xs" icon={LogIn} iconOnly={brief} aria-label={t('actForNamed', { name: tenant.name })} onClick={() => goAs(tenant)}>
                      {brief ? t('actForNamed', { name: tenant.name }) : t('actFor')}
                    </Button>
                    <TenantMenu tenant={tenant} onAct={onAct} />
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
