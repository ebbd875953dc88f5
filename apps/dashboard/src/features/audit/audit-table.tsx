import { Fragment, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Scroll } from '../../ui/scroll.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { AuditEntry } from './audit-search.ts';
import { ChangeDetail } from './change-detail.tsx';

/** A row an entry; opened, what was before and after, and from where. */
export function AuditTable({ entries }: { entries: AuditEntry[] }) {
  const t = useTranslations('audit');
  const format = useFormatter();
  const [open, setOpen] = useState<string>();
  return (
    <div className="@container">
      <Scroll label={t('title')}>
        <table className="grid-table min-w-[860px] table-fixed">
          <colgroup>
            <col className="w-52" />
            <col className="w-56" />
            <col />
            <col className="w-60" />
            <col className="w-34" />
          </colgroup>
          <thead>
            <tr>
              <th>{t('at')}</th>
              <th>{t('action')}</th>
              <th>{t('target')}</th>
              <th>{t('actor')}</th>
              <th>{t('from')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Fragment key={entry.id}>
                <tr aria-selected={open === entry.id}>
                  <td className="num text-ink-2">
                    <button
                      type="button"
                      aria-expanded={open === entry.id}
                      className="link num pointer-coarse:min-h-11"
                      onClick={() => setOpen(open === entry.id ? undefined : entry.id)}
                    >
                      {format.dateTime(new Date(entry.at), { dateStyle: 'medium', timeStyle: 'medium' })}
                    </button>
                  </td>
                  <td>
                    <span className="mono ltr">{entry.action}</span>
                  </td>
                  <td title={entry.target.id}>
                    <bdi>{entry.target.name ?? `${entry.target.type} ${entry.target.id}`}</bdi>
                  </td>
                  <td>
                    <bdi>{entry.actor.name ?? entry.actor.email ?? t(`actors.${entry.actor.kind}`)}</bdi>
                    {entry.actor.impersonator && <Tag tone="warn">{t('actedAs', { name: entry.actor.impersonator.email ?? '' })}</Tag>}
                  </td>
                  <td className="mono ltr text-ink-2">{entry.address ?? '–'}</td>
                </tr>
                {open === entry.id && (
                  <tr>
                    <td colSpan={5} className="h-auto! overflow-visible! p-0! whitespace-normal!">
                      {/* As wide as what is seen of the table, and there however far it is scrolled. */}
                      <div className="sticky start-0 w-[100cqw] p-4">
                        <ChangeDetail entry={entry} />
                      </div>
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}
