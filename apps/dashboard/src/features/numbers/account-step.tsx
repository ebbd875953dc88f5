import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { Account } from '../../data/lists.ts';
import { hasBeenReadAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { accountBody, AccountFields } from './fields.tsx';

interface Props {
  accounts: Account[];
  onChosen: (businessId: string) => void;
}

export function AccountStep({ accounts, onChosen }: Props) {
  const t = useTranslations('numbers');
  const [chosen, setChosen] = useState(accounts[0]?.businessId ?? '');
  const create = $api.useMutation('post', '/api/v1/business-accounts');
  const problem = create.error ? problemOf(create.error) : undefined;
  const submit = (values: FormData) => {
    if (chosen) return onChosen(chosen);
    create.mutate({ body: accountBody(values) }, { onSuccess: ({ businessId }) => void hasBeenReadAgain('business-accounts', 'overview').then(() => onChosen(businessId)) });
  };
  return (
    <Form id="account-step" problem={problem} onSubmit={submit}>
      {accounts.length > 0 && (
        <Field label={t('flow.accountWhich')}>
          {(wiring) => (
            <Select {...wiring} value={chosen} onChange={(event) => setChosen(event.target.value)}>
              {accounts.map((account) => (
                <option key={account.businessId} value={account.businessId}>{`${account.name} · ${account.businessId}`}</option>
              ))}
              <option value="">{t('flow.accountNew')}</option>
            </Select>
          )}
        </Field>
      )}
      {chosen === '' && <AccountFields problem={problem} />}
      <Button type="submit" look="primary" size="md" busy={create.isPending} className="self-start">
        {chosen ? t('flow.next') : t('accountForm.create')}
      </Button>
    </Form>
  );
}
