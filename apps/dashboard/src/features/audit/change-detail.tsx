import { useTranslations } from 'use-intl';
import type { AuditEntry } from './audit-search.ts';

const shown = (value: unknown): string => (value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value));

/** Field by field, what was and what is; then where the call came from. */
export function ChangeDetail({ entry }: { entry: AuditEntry }) {
  const t = useTranslations('audit');
  const before: Record<string, unknown> = entry.before ?? {};
  const after: Record<string, unknown> = entry.after ?? {};
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const facts = [
    [t('sequence'), String(entry.sequence)],
    [t('targetId'), `${entry.target.type} ${entry.target.id}`],
    [t('requestId'), entry.requestId ?? '–'],
    [t('userAgent'), entry.userAgent ?? '–'],
    [t('hash'), entry.hash],
  ] as const;
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {fields.length > 0 ? (
        <table className="w-full table-fixed text-start">
          <thead>
            <tr className="text-12 text-ink-3">
              <th className="h-auto! px-0! pb-1! text-start font-mid">{t('field')}</th>
              <th className="h-auto! px-0! pb-1! text-start font-mid">{t('before')}</th>
              <th className="h-auto! px-0! pb-1! text-start font-mid">{t('after')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field} className="align-top">
                <td className="mono ltr h-auto! border-0! px-0! py-1! text-start! break-all whitespace-normal!">{field}</td>
                <td dir="auto" className="h-auto! border-0! px-0! py-1! break-all whitespace-normal! text-ink-2">{shown(before[field])}</td>
                <td dir="auto" className="h-auto! border-0! px-0! py-1! break-all whitespace-normal!">{shown(after[field])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="text-ink-2">{t('nothingChanged')}</p>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-4 gap-y-1 text-12">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="mono ltr break-all text-ink-2">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
