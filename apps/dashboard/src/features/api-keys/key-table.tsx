import { Ellipsis, Pencil, RefreshCw, Trash2 } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import type { ApiKey } from '../../data/lists.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Ago } from '../../ui/time.tsx';
import { grants } from './scopes.ts';

export type KeyAct = 'edit' | 'rotate' | 'delete';

interface Props {
  keys: ApiKey[];
  mayWrite: boolean;
  onAct: (act: KeyAct, key: ApiKey) => void;
}

const SOON_MS = 14 * 86_400_000;

export function KeyTable({ keys, mayWrite, onAct }: Props) {
  const t = useTranslations('apiKeys');
  const format = useFormatter();
  return (
    <Scroll label={t('title')}>
      <table className="grid-table tall table-fixed md:min-w-[920px]" aria-label={t('title')}>
        <thead>
          <tr>
            <th>{t('name')}</th>
            <th className="w-54 max-md:hidden">{t('key')}</th>
            <th className="max-md:hidden">{t('scopes')}</th>
            <th className="w-32 max-md:w-24">{t('lastUsed')}</th>
            <th className="w-36 max-md:hidden">{t('expiry')}</th>
            {mayWrite && (
              <th className="w-14 pointer-coarse:w-18">
                <span className="sr-only">{t('actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => {
            const granted = format.list(grants(key.scopes).map(({ area, kind }) => t(`granted.${kind}`, { area: t(`areas.${area}.name`) })));
            const masked = `${key.prefix}…${key.lastFour}`;
            return (
              <tr key={key.id} data-row={key.id}>
                <td>
                  <span dir="auto" className="aligned block truncate font-mid">{key.name}</span>
                  {key.previousUntil ? (
                    <span className="block truncate text-12 text-info">
                      {t('previousUntil', { time: format.dateTime(new Date(key.previousUntil), { dateStyle: 'medium', timeStyle: 'short' }) })}
                    </span>
                  ) : (
                    <span className="mono ltr aligned block truncate text-ink-3 md:hidden" title={masked}>
                      {masked}
                    </span>
                  )}
                </td>
                <td className="max-md:hidden">
                  <span className="mono ltr text-ink-2" title={masked}>
                    {`${key.prefix.slice(0, 14)}…${key.lastFour}`}
                  </span>
                </td>
                <td className="max-md:hidden">
                  <span className="block truncate text-ink-2" title={granted}>
                    {granted}
                  </span>
                </td>
                <td className="text-ink-2">
                  <Ago at={key.lastUsedAt} />
                </td>
                <td className="max-md:hidden">
                  <Expiry at={key.expiresAt} />
                </td>
                {mayWrite && (
                  <td className="end">
                    <Menu
                      trigger={
                        <Button size="xs" look="bare" icon={Ellipsis} iconOnly>
                          {t('menu', { name: key.name })}
                        </Button>
                      }
                    >
                      <MenuItem icon={RefreshCw} onSelect={() => onAct('rotate', key)}>
                        {t('rotate.open')}
                      </MenuItem>
                      <MenuItem icon={Pencil} onSelect={() => onAct('edit', key)}>
                        {t('edit.open')}
                      </MenuItem>
                      <MenuDivider />
                      <MenuItem icon={Trash2} danger onSelect={() => onAct('delete', key)}>
                        {t('delete.open')}
                      </MenuItem>
                    </Menu>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function Expiry({ at }: { at: string | null }) {
  const t = useTranslations('apiKeys');
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  if (at === null) return <span className="text-ink-3">{t('never')}</span>;
  const date = new Date(at);
  if (date <= now) return <Tag tone="bad">{t('over')}</Tag>;
  const text = format.dateTime(date, { dateStyle: 'medium' });
  return date.getTime() - now.getTime() < SOON_MS ? <Tag tone="warn">{text}</Tag> : <span className="text-ink-2">{text}</span>;
}
