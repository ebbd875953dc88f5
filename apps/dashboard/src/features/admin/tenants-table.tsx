import { Ellipsis, LogIn, Pause, Pencil, Play } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Initials } from '../../shell/initials.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { Dot } from '../../ui/tag.tsx';
import { Ago } from '../../ui/time.tsx';
import { goAs } from './go-as.ts';
import type { Tenant, TenantFigures } from './platform-data.ts';

export type TenantAct = 'rename' | 'suspend' | 'resume';

interface Props {
  tenants: Tenant[];
  figures: Map<string, TenantFigures> | undefined;
  /** Without dates and short names. */
  brief?: boolean;
  onAct: (act: TenantAct, tenant: Tenant) => void;
}

export function TenantsTable({ tenants, figures, brief, onAct }: Props) {
  const t = useTranslations('admin.tenant');
  const format = useFormatter();
  const number = (value: number | undefined) => (value === undefined ? t('unknown') : format.number(value));
  return (
    <Scroll label={t('title')}>
      <table className={classes('grid-table table-fixed', brief ? 'min-w-[760px]' : 'min-w-[840px] md:min-w-[1080px]')}>
        <thead>
          <tr>
            <th>{t('name')}</th>
            {!brief && <th className="w-36 max-md:hidden">{t('slug')}</th>}
            <th className="w-27">{t('state')}</th>
            <th className="end w-18">{t('numbers')}</th>
            <th className="end w-19">{t('projects')}</th>
            <th className="end w-27">{t('received')}</th>
            <th className="end w-18">{t('waiting')}</th>
            <th className="end w-17">{t('failed')}</th>
            {!brief && <th className="end w-32 max-md:hidden">{t('created')}</th>}
            <th className={brief ? 'w-22' : 'w-42'}>
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tenants.map((tenant) => {
            const own = figures?.get(tenant.id);
            return (
              <tr key={tenant.id}>
                <td className="h-11!">
                  <span className="flex items-center gap-2.5">
                    <Initials name={tenant.name} />
                    <span dir="auto" className="truncate font-mid">{tenant.name}</span>
                  </span>
                </td>
                {!brief && (
                  <td className="max-md:hidden">
                    <span className="mono ltr text-ink-2">{tenant.slug}</span>
                  </td>
                )}
                <td>{tenant.status === 'active' ? <Dot tone="ok">{t('active')}</Dot> : <Dot tone="bad">{t('suspended')}</Dot>}</td>
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
                    <Menu
                      trigger={
                        <Button size="xs" look="bare" icon={Ellipsis} iconOnly>
                          {t('more', { name: tenant.name })}
                        </Button>
                      }
                    >
                      <MenuItem icon={Pencil} onSelect={() => onAct('rename', tenant)}>
                        {t('rename')}
                      </MenuItem>
                      <MenuDivider />
                      {tenant.status === 'active' ? (
                        <MenuItem icon={Pause} danger onSelect={() => onAct('suspend', tenant)}>
                          {t('suspend')}
                        </MenuItem>
                      ) : (
                        <MenuItem icon={Play} onSelect={() => onAct('resume', tenant)}>
                          {t('resume')}
                        </MenuItem>
                      )}
                    </Menu>
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
