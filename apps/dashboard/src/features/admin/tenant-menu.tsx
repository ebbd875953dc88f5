import { Ellipsis, Pause, Pencil, Play, Tags, Trash2, Undo2, UserCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx';
import type { Tenant } from './platform-data.ts';

export type TenantAct = 'rename' | 'plan' | 'impersonate' | 'suspend' | 'resume' | 'delete' | 'restore';

interface Props {
  tenant: Tenant;
  onAct: (act: TenantAct, tenant: Tenant) => void;
}

/** What can be done to a tenant, by how it stands. */
export function TenantMenu({ tenant, onAct }: Props) {
  const t = useTranslations('admin.tenant');
  const act = (what: TenantAct) => () => onAct(what, tenant);
  const { status, erasingSince } = tenant;
  return (
    <Menu
      trigger={
        <Button size="xs" look="bare" icon={Ellipsis} iconOnly>
          {t('more', { name: tenant.name })}
        </Button>
      }
    >
      <MenuItem icon={UserCheck} onSelect={act('impersonate')}>
        {t('signInAs')}
      </MenuItem>
      <MenuItem icon={Tags} onSelect={act('plan')}>
        {t('changePlan')}
      </MenuItem>
      <MenuItem icon={Pencil} onSelect={act('rename')}>
        {t('rename')}
      </MenuItem>
      <MenuDivider />
      {status === 'active' && (
        <MenuItem icon={Pause} danger onSelect={act('suspend')}>
          {t('suspend')}
        </MenuItem>
      )}
      {status === 'suspended' && (
        <MenuItem icon={Play} onSelect={act('resume')}>
          {t('resume')}
        </MenuItem>
      )}
      {status === 'deleting' ? (
        <MenuItem icon={Undo2} disabled={erasingSince !== null} onSelect={act('restore')}>
          {t('restore')}
        </MenuItem>
      ) : (
        <MenuItem icon={Trash2} danger onSelect={act('delete')}>
          {t('delete')}
        </MenuItem>
      )}
    </Menu>
  );
}
