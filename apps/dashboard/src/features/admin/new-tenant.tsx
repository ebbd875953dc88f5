import { locales } from '@waypost/contracts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { ownNames } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, Select } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import { usePrice } from '../plan/price.ts';
import { usePlans } from '../plans/plans-data.ts';
import { useRereadTenants } from './reread.ts';

interface Props {
  onClose: () => void;
  onMade: (id: string) => void;
}

/** A tenant with its plan and, if wanted, the first person of it, who chooses a password by a link in a mail. */
export function NewTenant({ onClose, onMade }: Props) {
  const t = useTranslations('admin.tenant');
  const ui = useTranslations('ui');
  const price = usePrice();
  const reread = useRereadTenants();
  const plans = usePlans().data?.data.filter(({ archivedAt }) => !archivedAt);
  const [email, setEmail] = useState('');
  const create = $api.useMutation('post', '/api/v1/tenants', {
    onSuccess: ({ id, name, admin }) => {
      toast(t('made', { name }), { detail: admin ? t('madeHint', { email: admin.email }) : t('madeAlone') });
      reread();
      onMade(id);
    },
  });
  const submit = (form: FormData) => {
    const text = (key: string) => String(form.get(key) ?? '').trim();
    const [slug, planId, locale] = [text('slug'), text('plan'), locales.find((one) => one === text('locale'))];
    create.mutate({
      body: {
        name: text('name'),
        ...(slug && { slug }),
        ...(planId && { planId }),
        ...(locale && { locale }),
        ...(text('email') && { admin: { email: text('email'), name: text('person') } }),
      },
    });
  };
  const problem = create.error ? problemOf(create.error) : undefined;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('newTitle')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="new-tenant" busy={create.isPending}>
            {t('create')}
          </Button>
        </>
      }
    >
      <Form id="new-tenant" problem={problem} onSubmit={submit}>
        <Field label={t('name')} error={fieldError(problem, 'name')}>
          {(wiring) => <Input {...wiring} name="name" maxLength={200} autoComplete="off" autoFocus />}
        </Field>
        <Field label={t('slug')} hint={t('slugFrom')} error={fieldError(problem, 'slug')}>
          {(wiring) => <Input {...wiring} name="slug" className="mono ltr" maxLength={40} autoComplete="off" spellCheck={false} />}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('plan')} error={fieldError(problem, 'planId')}>
            {(wiring) => (
              <Select {...wiring} name="plan">
                <option value="">{t('planUsual')}</option>
                {plans?.map((plan) => (
                  <option key={plan.id} value={plan.id}>
                    {t('planPriced', { plan: plan.name, price: price(plan) })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('language')} hint={t('languageHint')} error={fieldError(problem, 'locale')}>
            {(wiring) => (
              <Select {...wiring} name="locale">
                <option value="">{t('languageUsual')}</option>
                {locales.map((locale) => (
                  <option key={locale} value={locale} lang={locale}>
                    {ownNames[locale]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <fieldset className="flex flex-col gap-4 border-t border-line pt-4">
          <legend className="sr-only">{t('admin')}</legend>
          <div>
            <p aria-hidden className="font-strong">{t('admin')}</p>
            <p className="text-12 text-ink-2">{t('adminHint')}</p>
          </div>
          <Field label={t('email')} error={fieldError(problem, 'admin.email')}>
            {(wiring) => <Input {...wiring} name="email" type="email" autoComplete="off" className="ltr" value={email} onChange={(event) => setEmail(event.target.value)} />}
          </Field>
          <Field label={t('person')} error={fieldError(problem, 'admin.name')}>
            {(wiring) => <Input {...wiring} name="person" autoComplete="off" maxLength={200} disabled={email === ''} />}
          </Field>
        </fieldset>
      </Form>
    </Dialog>
  );
}
