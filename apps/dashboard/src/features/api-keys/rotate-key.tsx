import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { ApiKey } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { SecretDialog } from '../../ui/secret-dialog.tsx';

/** A new secret for a key; the former works on for as long as is chosen. */
export function RotateKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useTranslations('apiKeys');
  const u = useTranslations('ui');
  const format = useFormatter();
  // Nothing of the answer stays in the cache: it holds the key.
  const rotate = $api.useMutation('post', '/api/v1/api-keys/{id}/rotate', { gcTime: 0, onSuccess: () => readAgain('api-keys') });
  const problem = rotate.error ? problemOf(rotate.error) : undefined;
  if (rotate.data) {
    const { name, key, previousUntil } = rotate.data;
    const stored = () => {
      rotate.reset();
      onClose();
    };
    const note = previousUntil ? t('rotate.until', { time: format.dateTime(new Date(previousUntil), { dateStyle: 'medium', timeStyle: 'short' }) }) : t('rotate.atOnce');
    return <SecretDialog title={t('shown.title', { name })} hint={t('shown.hint')} what={t('shown.what')} secret={key} note={note} onStored={stored} />;
  }
  const submit = (values: FormData) => {
    const hours = String(values.get('hours')).trim();
    rotate.mutate({ params: { path: { id: apiKey.id } }, body: { overlapHours: hours === '' ? 24 : Number(hours) } });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('rotate.title', { name: apiKey.name })}
      description={t('rotate.hint')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {u('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="rotate-key" busy={rotate.isPending}>
            {t('rotate.submit')}
          </Button>
        </>
      }
    >
      <Form id="rotate-key" problem={problem} onSubmit={submit}>
        <Field label={t('rotate.hours')} hint={t('rotate.hoursHint')} error={fieldError(problem, 'overlapHours')}>
          {(wiring) => <Input {...wiring} autoFocus name="hours" inputMode="numeric" defaultValue="24" className="ltr max-w-24" />}
        </Field>
      </Form>
    </Dialog>
  );
}
