import { Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/field.tsx';

export interface HeaderRow {
  key: number;
  name: string;
  value: string;
}

interface Props {
  /** Of the headers that are there now. */
  names: string[];
  /** Null while they are left as they are. */
  rows: HeaderRow[] | null;
  error: string | undefined;
  onChange: (rows: HeaderRow[] | null) => void;
}

const MOST = 20;

/** Values go in and never come out: to change one header, all have to be entered again. */
export function HeadersField({ names, rows, error, onChange }: Props) {
  const t = useTranslations('projects');
  const next = rows ? Math.max(0, ...rows.map((row) => row.key)) + 1 : 0;
  const set = (key: number, part: Partial<HeaderRow>) => onChange((rows ?? []).map((row) => (row.key === key ? { ...row, ...part } : row)));
  const begin = () => onChange(names.length > 0 ? names.map((name, key) => ({ key, name, value: '' })) : [{ key: 0, name: '', value: '' }]);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-mid">{t('form.headers')}</legend>
      {rows === null ? (
        <div className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 flex-1 text-ink-2">{t('form.headersKept', { count: names.length, names: names.join(', ') })}</span>
          <Button size="xs" onClick={begin}>
            {names.length > 0 ? t('form.replaceHeaders') : t('form.addHeader')}
          </Button>
        </div>
      ) : (
        <>
          {rows.map((row, index) => (
            <div key={row.key} className="flex items-center gap-2">
              <Input
                aria-label={t('form.headerName', { n: String(index + 1) })}
                aria-invalid={error ? true : undefined}
                value={row.name}
                placeholder={t('form.headerNameExample')}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => set(row.key, { name: event.target.value })}
                className="ltr mono flex-1"
              />
              <Input
                aria-label={t('form.headerValue', { n: String(index + 1) })}
                aria-invalid={error ? true : undefined}
                value={row.value}
                placeholder={t('form.headerValueExample')}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => set(row.key, { value: event.target.value })}
                className="ltr mono flex-[2]"
              />
              <Button size="md" look="bare" icon={X} iconOnly onClick={() => onChange(rows.filter((one) => one.key !== row.key))}>
                {t('form.removeHeader', { n: String(index + 1) })}
              </Button>
            </div>
          ))}
          <div className="flex flex-wrap gap-2">
            <Button size="xs" icon={Plus} disabled={rows.length >= MOST} onClick={() => onChange([...rows, { key: next, name: '', value: '' }])}>
              {t('form.addHeader')}
            </Button>
            {names.length > 0 && (
              <Button size="xs" look="bare" onClick={() => onChange(null)}>
                {t('form.keepHeaders')}
              </Button>
            )}
          </div>
          {names.length > 0 && <p className="text-12 text-warn">{t('form.headersReplaceHint')}</p>}
        </>
      )}
      {error ? <p className="text-12 text-bad">{error}</p> : <p className="text-12 text-ink-3">{t('form.headersHint')}</p>}
    </fieldset>
  );
}

/** As the API takes them; undefined leaves them as they are. */
export function headersOf(rows: HeaderRow[] | null): Record<string, string> | undefined {
  return rows ? Object.fromEntries(rows.filter((row) => row.name.trim()).map((row) => [row.name.trim(), row.value])) : undefined;
}
