import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Account } from '../../data/lists.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx';

interface Props {
  account: Account;
  mayWrite: boolean;
  onEdit: () => void;
  onDelete: () => void;
}

export function AccountHeading({ account, mayWrite, onEdit, onDelete }: Props) {
  const t = useTranslations('numbers');
  const navigate = useNavigate();
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <h2 className="text-14 font-strong">{account.name}</h2>
      <span className="inline-flex items-center gap-1 text-12 text-ink-3">
        <span className="mono ltr">{account.businessId}</span>
        <CopyButton text={account.businessId} what={t('account', { id: account.businessId })} />
        <span className="max-sm:hidden">{account.timezone}</span>
      </span>
      {mayWrite && (
        <span className="ms-auto">
          <Menu
            trigger={
              <Button size="xs" look="bare" icon={Ellipsis} iconOnly>
                {t('accountMenu', { name: account.name })}
              </Button>
            }
          >
            <MenuItem icon={Plus} onSelect={() => void navigate({ to: '/numbers', search: { connect: 'new' } })}>
              {t('addApp')}
            </MenuItem>
            <MenuItem icon={Pencil} onSelect={onEdit}>
              {t('editAccount')}
            </MenuItem>
            <MenuDivider />
            <MenuItem icon={Trash2} danger onSelect={onDelete}>
              {t('deleteAccount')}
            </MenuItem>
          </Menu>
        </span>
      )}
    </div>
  );
}
