import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { Account, App } from '../../data/lists.ts';
import { hasBeenReadAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { appBody, AppFields } from './fields.tsx';

interface Props {
  account: Account;
  apps: App[];
  /** With the verify token of an app that was just made, which is not shown again later. */
  onChosen: (appId: string, verifyToken?: string) => void;
  onBack: () => void;
}

export function AppStep({ account, apps, onChosen, onBack }: Props) {
  const t = useTranslations('numbers');
  const u = useTranslations('ui');
  const own = apps.filter((app) => app.businessId === account.businessId);
  const [chosen, setChosen] = useState('');
  const create = $api.useMutation('post', '/api/v1/apps', { gcTime: 0 });
  const problem = create.error ? problemOf(create.error) : undefined;
  const submit = (values: FormData) => {
    if (chosen) return onChosen(chosen);
    const body = { ...appBody(values), businessId: account.businessId };
    create.mutate({ body }, { onSuccess: ({ id }) => void hasBeenReadAgain('apps', 'overview').then(() => onChosen(id, body.verifyToken)) });
  };
  return (
    <Form id="app-step" problem={problem} onSubmit={submit}>
      {own.length > 0 && (
        <Field label={t('flow.appWhich')}>
          {(wiring) => (
            <Select {...wiring} value={chosen} onChange={(event) => setChosen(event.target.value)}>
              <option value="">{t('flow.appNew')}</option>
              {own.map((app) => (
                <option key={app.id} value={app.id}>{`${app.name} · ${app.id}`}</option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {chosen === '' && <AppFields problem={problem} />}
      <div className="flex gap-2">
        <Button type="submit" look="primary" size="md" busy={create.isPending}>
          {chosen ? t('flow.next') : t('appForm.create')}
        </Button>
        <Button size="md" onClick={onBack}>
          {u('cancel')}
        </Button>
      </div>
    </Form>
  );
}
