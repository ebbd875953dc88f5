import { useTranslations } from 'use-intl';
import { useMayAll } from '../../data/session.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { areas, type Scope, scopesOf, toggled } from './scopes.ts';

interface Props {
  value: Scope[];
  onChange: (scopes: Scope[]) => void;
  error: string | undefined;
}

/** What a key may do, area by area; nothing that the person may not do. */
export function ScopesField({ value, onChange, error }: Props) {
  const t = useTranslations('apiKeys');
  const mayAll = useMayAll();
  const offered = areas
    .map(({ area, kinds }) => ({ area, kinds: kinds.filter((kind) => mayAll(scopesOf(area, kind)) || value.includes(scopesOf(area, kind))) }))
    .filter(({ kinds }) => kinds.length > 0);
  const reading = offered.map(({ area }) => scopesOf(area, 'read'));
  return (
    <fieldset aria-describedby={error ? 'scopes-error' : undefined}>
      <div className="mb-1 flex items-center gap-2">
        <legend className="contents font-mid">{t('scopes')}</legend>
        <span className="ms-auto">
          <Button size="xs" look="bare" onClick={() => onChange(reading)}>
            {t('readAll')}
          </Button>
        </span>
      </div>
      <ul className="divide-y divide-line rounded-2 border border-line">
        {offered.map(({ area, kinds }) => (
          <li key={area} className="flex flex-wrap items-center gap-x-4 px-3 py-1.5">
            <span className="min-w-40 flex-1 max-sm:basis-full">
              <span className="block font-mid">{t(`areas.${area}.name`)}</span>
              <span className="block text-12 text-ink-3">{t(`areas.${area}.what`)}</span>
            </span>
            {kinds.map((kind) => (
              <label key={kind} className="inline-flex w-20 items-center gap-2 pointer-coarse:min-h-11">
                <Checkbox
                  checked={value.includes(scopesOf(area, kind))}
                  aria-label={t(`grant.${kind}`, { area: t(`areas.${area}.name`) })}
                  onChange={() => onChange(toggled(value, area, kind))}
                />
                {t(kind)}
              </label>
            ))}
            {kinds.length === 1 && <span className="w-20 max-sm:hidden" />}
          </li>
        ))}
      </ul>
      {error && (
        <p id="scopes-error" role="alert" className="mt-1 text-12 text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}
