import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { Project } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { SecretDialog } from '../../ui/secret-dialog.tsx';

export function RotateDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const t = useTranslations('projects');
  const u = useTranslations('ui');
  const format = useFormatter();
  // Nothing of the answer stays in the cache: it holds the secret.
  const rotate = $api.useMutation('post', '/api/v1/projects/{id}/rotate-secret', { gcTime: 0 });
  const problem = rotate.error ? problemOf(rotate.error) : undefined;
  if (rotate.data) {
    const { name, secret, previousSecretExpiresAt } = rotate.data;
    const until = previousSecretExpiresAt && format.dateTime(new Date(previousSecretExpiresAt), { dateStyle: 'medium', timeStyle: 'short' });
    const stored = () => {
      rotate.reset();
      onClose();
    };
    return (
      <SecretDialog
        title={t('secret.title', { name })}
        hint={t('secret.hint', { name })}
        what={t('secret.value')}
        secret={secret}
        note={until && t('secret.overlap', { time: until })}
        onStored={stored}
      />
    );
  }
  const submit = (values: FormData) => {
    const hours = String(values.get('hours')).trim();
    const overlapHours = hours === '' ? 24 : Number(hours);
    rotate.mutate({ params: { path: { id: project.id } }, body: { overlapHours } }, { onSuccess: () => readAgain('projects') });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('rotate.title', { name: project.name })}
      description={t('rotate.hint')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {u('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="rotate" busy={rotate.isPending}>
            {t('rotate.submit')}
          </Button>
        </>
      }
    >
      <Form id="rotate" problem={problem} onSubmit={submit}>
        {project.previousSecretExpiresAt && <p className="rounded-2 bg-warn-soft p-3 text-warn">{t('rotate.again')}</p>}
        <Field label={t('rotate.hours')} hint={t('rotate.hoursHint')} error={fieldError(problem, 'overlapHours')}>
          {(wiring) => <Input {...wiring} autoFocus name="hours" inputMode="numeric" defaultValue="24" className="ltr max-w-24" />}
        </Field>
      </Form>
    </Dialog>
  );
}
