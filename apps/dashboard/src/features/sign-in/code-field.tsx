import type { Ref } from 'react';
import { useTranslations } from 'use-intl';
import { Field, Input } from '../../ui/field.tsx';

/** Six digits of the authenticator, or one of the codes that were written down. */
export function CodeField({ inputRef }: { inputRef?: Ref<HTMLInputElement> }) {
  const t = useTranslations('signIn');
  return (
    <Field label={t('code')} hint={t('codeHint')}>
      {(wiring) => (
        <Input {...wiring} ref={inputRef} tall name="code" dir="ltr" autoComplete="one-time-code" spellCheck={false} required className="num" />
      )}
    </Field>
  );
}
