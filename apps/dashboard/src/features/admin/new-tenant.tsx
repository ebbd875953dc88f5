import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { goAs } from './go-as.ts';
import type { Tenant } from './platform-data.ts';
import { useRereadTenants } from './reread.ts';

// No letters and digits that look alike: somebody may read it out.
const alphabet = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 20;

function newPassword(): string {
  let password = '';
  while (password.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      // What would favour the first letters is thrown away.
      if (byte < 256 - (256 % alphabet.length) && password.length < LENGTH) password += alphabet[byte % alphabet.length];
    }
  }
  return password;
}

interface Made {
  tenant: Tenant;
  email?: string;
  /** Known only here, until the dialog closes. */
  password?: string;
}

/** A tenant and, if wanted, the first person who may sign in to it. */
export function NewTenant({ onClose }: { onClose: () => void }) {
  const t = useTranslations('admin.tenant');
  const ui = useTranslations('ui');
  const reread = useRereadTenants();
  const [password, setPassword] = useState('');
  const [made, setMade] = useState<Made | null>(null);
  const create = $api.useMutation('post', '/api/v1/tenants', { gcTime: 0 });
  const text = (form: FormData, key: string) => String(form.get(key) ?? '').trim();
  const submit = (form: FormData) => {
    const email = text(form, 'email');
    const slug = text(form, 'slug');
    const admin = { email, name: text(form, 'person'), password };
    create.mutate(
      { body: { name: text(form, 'name'), ...(slug && { slug }), ...(email && { admin }) } },
      {
        onSuccess: (tenant) => {
          setMade({ tenant, email: tenant.admin?.email, password: tenant.admin && password });
          setPassword('');
          create.reset();
          reread();
        },
      },
    );
  };
  if (made) {
    return (
      <Dialog
        open
        sticky
        onClose={onClose}
        title={t('made', { name: made.tenant.name })}
        description={made.email ? t('madeHint') : t('madeAlone')}
        actions={
          <>
            <Button size="md" onClick={onClose}>
              {made.email ? t('stored') : ui('done')}
            </Button>
            <Button size="md" look="primary" onClick={() => goAs(made.tenant)}>
              {t('actForNamed', { name: made.tenant.name })}
            </Button>
          </>
        }
      >
        {made.email && (
          <dl className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2">
            <dt className="text-ink-2">{t('email')}</dt>
            <dd className="mono ltr break-all">{made.email}</dd>
            <dd>
              <CopyButton text={made.email} what={t('email')} />
            </dd>
            <dt className="text-ink-2">{t('password')}</dt>
            <dd className="mono ltr break-all">{made.password}</dd>
            <dd>
              <CopyButton text={made.password ?? ''} what={t('password')} />
            </dd>
          </dl>
        )}
      </Dialog>
    );
  }
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
      <Form id="new-tenant" problem={create.error ? problemOf(create.error) : undefined} onSubmit={submit}>
        <Field label={t('name')} error={fieldError(create.error, 'name')}>
          {(wiring) => <Input {...wiring} name="name" maxLength={200} autoFocus />}
        </Field>
        <Field label={t('slug')} hint={t('slugFrom')} error={fieldError(create.error, 'slug')}>
          {(wiring) => <Input {...wiring} name="slug" className="mono ltr" maxLength={40} />}
        </Field>
        <fieldset className="flex flex-col gap-4 border-t border-line pt-4">
          <legend className="sr-only">{t('admin')}</legend>
          <p className="text-ink-2">{t('adminHint')}</p>
          <Field label={t('email')} error={fieldError(create.error, 'admin.email')}>
            {(wiring) => <Input {...wiring} name="email" type="email" autoComplete="off" className="ltr" />}
          </Field>
          <Field label={t('person')} error={fieldError(create.error, 'admin.name')}>
            {(wiring) => <Input {...wiring} name="person" autoComplete="off" maxLength={200} />}
          </Field>
          <Field label={t('password')} hint={t('passwordHint')} error={fieldError(create.error, 'admin.password')}>
            {(wiring) => (
              <span className="flex gap-2">
                <Input {...wiring} value={password} onChange={(event) => setPassword(event.target.value)} autoComplete="new-password" className="mono ltr" />
                <Button size="md" icon={RefreshCw} onClick={() => setPassword(newPassword())}>
                  {t('generate')}
                </Button>
              </span>
            )}
          </Field>
        </fieldset>
      </Form>
    </Dialog>
  );
}
