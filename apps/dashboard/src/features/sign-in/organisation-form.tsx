import type { OidcProblem } from '@waypost/contracts';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { DoorAlert } from './door-alert.tsx';
import { DoorProblem } from './door-problem.tsx';

interface Props {
  /** As a link of the tenant names it. */
  tenant: string | undefined;
  /** What was in the way at the provider, as it has led back. */
  refused: OidcProblem | undefined;
}

/** Asks for the tenant, and goes to where its people sign in. */
export function OrganisationForm({ tenant, refused }: Props) {
  const t = useTranslations('signIn');
  const slug = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  const start = $api.useMutation('post', '/api/v1/auth/oidc/start', {
    onSuccess: ({ url }) => location.assign(url),
    onError: () => slug.current?.select(),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = slug.current?.value.trim().toLowerCase() ?? '';
    setMissing(typed === '');
    if (typed === '') return slug.current?.focus();
    start.mutate({ body: { tenant: typed } });
  };
  const problem = start.error && problemOf(start.error);
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {problem?.code === 'not_found' ? (
        <DoorAlert title={t('sso.unknown')} hint={t('sso.unknownHint')} />
      ) : problem ? (
        <DoorProblem problem={problem} />
      ) : (
        refused && <DoorAlert title={t('sso.refused')} hint={t(`sso.problems.${refused}`)} />
      )}
      <Field label={t('sso.tenant')} hint={t('sso.tenantHint')} error={missing ? t('sso.missing') : undefined}>
        {(wiring) => (
          <Input
            {...wiring}
            ref={slug}
            tall
            name="tenant"
            dir="ltr"
            autoComplete="organization"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            required
            maxLength={60}
            defaultValue={tenant}
            onInput={() => setMissing(false)}
          />
        )}
      </Field>
      {/* Stays busy until the browser has left. */}
      <Button type="submit" look="primary" size="lg" busy={start.isPending || start.isSuccess} className="mt-1">
        {t('sso.submit')}
      </Button>
    </form>
  );
}
