import { useState } from 'react';
import { useTranslations } from 'use-intl';

const choices = ['all', '1', '24', '72', '0'] as const;

/** What becomes of the deliveries that were held, and the fields that ask for it. */
export function useReleaseChoice() {
  const t = useTranslations('admin.tenant');
  const [choice, setChoice] = useState<(typeof choices)[number]>('all');
  const fields = (
    <>
      <fieldset className="mt-3 flex flex-col text-ink">
        <legend className="mb-1 font-mid">{t('release')}</legend>
        {choices.map((value) => (
          <label key={value} className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11">
            <input type="radio" name="release" value={value} checked={choice === value} onChange={() => setChoice(value)} className="size-4 accent-brand" />
            {value === 'all' ? t('releaseAll') : value === '0' ? t('releaseNone') : t('releaseHours', { hours: Number(value) })}
          </label>
        ))}
      </fieldset>
      <p className="mt-2 text-12 text-ink-3">{t('releaseHint')}</p>
    </>
  );
  return { body: choice === 'all' ? {} : { releaseYoungerThanHours: Number(choice) }, fields };
}
