import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { ApiKey } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { PlanLink } from '../../shell/plan-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, Select } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { SecretDialog } from '../../ui/secret-dialog.tsx';
import { toast } from '../../ui/toasts.tsx';
import type { Scope } from './scopes.ts';
import { ScopesField } from './scopes-field.tsx';

const terms = [30, 90, 365] as const;
const DAY_MS = 86_400_000;

interface Props {
  /** To be changed; without it a new one is made. */
  apiKey?: ApiKey;
  onClose: () => void;
}

/** Makes a key, which is shown once, or changes what one is called and may do. */
export function KeyDialog({ apiKey, onClose }: Props) {
  const t = useTranslations('apiKeys');
  const u = useTranslations('ui');
  const format = useFormatter();
  const [scopes, setScopes] = useState<Scope[]>(apiKey?.scopes ?? []);
  const [none, setNone] = useState(false);
  const again = () => readAgain('api-keys', 'plans');
  // Nothing of the answer stays in the cache: it holds the key.
  const create = $api.useMutation('post', '/api/v1/api-keys', { gcTime: 0, onSuccess: again });
  const change = $api.useMutation('patch', '/api/v1/api-keys/{id}', {
    onSuccess: ({ name }) => {
      toast(t('edit.done', { name }));
      again();
      onClose();
    },
  });
  if (create.data) {
    const { name, key, expiresAt } = create.data;
    const stored = () => {
      create.reset();
      onClose();
    };
    const note = expiresAt ? t('shown.until', { time: format.dateTime(new Date(expiresAt), { dateStyle: 'medium' }) }) : t('shown.forever');
    return <SecretDialog title={t('shown.title', { name })} hint={t('shown.hint')} what={t('shown.what')} secret={key} note={note} onStored={stored} />;
  }
  const error = create.error ?? change.error;
  const problem = error ? problemOf(error) : undefined;
  const submit = (values: FormData) => {
    setNone(scopes.length === 0);
    if (scopes.length === 0) return;
    const name = String(values.get('name') ?? '').trim();
    if (apiKey) return change.mutate({ params: { path: { id: apiKey.id } }, body: { name, scopes } });
    const days = Number(values.get('days'));
    create.mutate({ body: { name, scopes, ...(days > 0 && { expiresAt: new Date(Date.now() + days * DAY_MS).toISOString() }) } });
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={apiKey ? t('edit.title', { name: apiKey.name }) : t('create.title')}
      description={apiKey ? t('edit.hint') : t('create.hint')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {u('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="api-key" busy={create.isPending || change.isPending}>
            {t(apiKey ? 'edit.submit' : 'create.submit')}
          </Button>
        </>
      }
    >
      <Form id="api-key" problem={problem} onSubmit={submit}>
        <PlanLink problem={problem} />
        <Field label={t('name')} hint={t('nameHint')} error={fieldError(problem, 'name')}>
          {(wiring) => <Input {...wiring} autoFocus name="name" dir="auto" defaultValue={apiKey?.name ?? ''} maxLength={100} autoComplete="off" required />}
        </Field>
        {!apiKey && (
          <Field label={t('expiry')} hint={t('expiryHint')} error={fieldError(problem, 'expiresAt')}>
            {(wiring) => (
              <Select {...wiring} name="days" defaultValue="90" className="max-w-48">
                {terms.map((days) => (
                  <option key={days} value={days}>
                    {t('days', { count: days })}
                  </option>
                ))}
                <option value="0">{t('never')}</option>
              </Select>
            )}
          </Field>
        )}
        <ScopesField value={scopes} onChange={setScopes} error={none && scopes.length === 0 ? t('noScopes') : fieldError(problem, 'scopes')} />
      </Form>
    </Dialog>
  );
}
