import { Link } from '@tanstack/react-router';
import { Ellipsis, Pencil, Smartphone, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { PhoneNumber } from '../../data/lists.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { Ago } from '../../ui/time.tsx';

interface Props {
  /** What the numbers are connected through. */
  label: string;
  numbers: PhoneNumber[];
  chosen: string | undefined;
  mayWrite: boolean;
  onEdit: (number: PhoneNumber) => void;
  onDelete: (number: PhoneNumber) => void;
  /** Absent where there is no sandbox. */
  onSandbox?: (number: PhoneNumber) => void;
}

export function NumberTable({ label, numbers, chosen, mayWrite, onEdit, onDelete, onSandbox }: Props) {
  const t = useTranslations('numbers');
  if (numbers.length === 0) return <p className="px-4 py-4 text-ink-2">{t('table.none')}</p>;
  return (
    <div className="overflow-x-auto">
      <table className="grid-table tall table-fixed" aria-label={t('table.label', { name: label })}>
        <thead>
          <tr>
            <th>{t('table.number')}</th>
            <th className="max-md:hidden">{t('phoneNumberId')}</th>
            <th className="w-36 max-sm:w-28">{t('table.projects')}</th>
            <th className="w-36 max-sm:hidden">{t('table.lastWebhook')}</th>
            <th className="w-14">
              <span className="sr-only">{t('table.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {numbers.map((number) => (
            <tr key={number.phoneNumberId} aria-selected={number.phoneNumberId === chosen}>
              <td>
                <span dir="auto" className="aligned block truncate font-mid">{number.displayName}</span>
                <span className="mono ltr aligned block truncate text-ink-2">{phoneText(number.phoneNumber)}</span>
              </td>
              <td className="max-md:hidden">
                <span className="ltr inline-flex items-center gap-1">
                  <span className="mono">{number.phoneNumberId}</span>
                  <CopyButton text={number.phoneNumberId} what={t('phoneNumberId')} />
                </span>
              </td>
              <td>
                <Link to="/projects" search={{ number: number.phoneNumberId }} className="link inline-flex items-center pointer-coarse:min-h-11">
                  {number.mappings === 0 ? t('table.mapIt') : t('table.projectsCount', { count: number.mappings })}
                </Link>
              </td>
              <td className="text-ink-2 max-sm:hidden">
                <Ago at={number.lastWebhookAt} />
              </td>
              <td className="end">
                {(mayWrite || onSandbox) && (
                  <Menu
                    trigger={
                      <Button size="xs" look="bare" icon={Ellipsis} iconOnly>
                        {t('table.menu', { name: number.displayName })}
                      </Button>
                    }
                  >
                    {onSandbox && (
                      <MenuItem icon={Smartphone} onSelect={() => onSandbox(number)}>
                        {t('table.sandbox')}
                      </MenuItem>
                    )}
                    {mayWrite && (
                      <>
                        <MenuItem icon={Pencil} onSelect={() => onEdit(number)}>
                          {t('table.edit')}
                        </MenuItem>
                        <MenuDivider />
                        <MenuItem icon={Trash2} danger onSelect={() => onDelete(number)}>
                          {t('table.delete')}
                        </MenuItem>
                      </>
                    )}
                  </Menu>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
