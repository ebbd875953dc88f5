import type { Role } from '@waypost/contracts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { PlanLink } from '../../shell/plan-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import { RoleChoice } from './role-choice.tsx';

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('team');
  const u = useTranslations('ui');
  const [role, setRole] = useState<Role>('DEVELOPER');
  const invite = $api.useMutation('post', '/api/v1/team/invites', {
    onSuccess: ({ email }) => {
      toast(t('invite.done', { email }), { detail: t('invite.doneHint') });
      readAgain('team', 'plans');
      onClose();
    },
  });
  const problem = invite.error ? problemOf(invite.error) : undefined;
  const submit = (values: FormData) => invite.mutate({ body: { email: String(values.get('email') ?? '').trim(), role } });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('invite.title')}
      description={t('invite.hint')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {u('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="invite" busy={invite.isPending}>
            {t('invite.submit')}
          </Button>
        </>
      }
    >
      <Form id="invite" problem={problem} onSubmit={submit}>
        <PlanLink problem={problem} />
        <Field label={t('email')} error={fieldError(problem, 'email')}>
          {(wiring) => <Input {...wiring} autoFocus name="email" type="email" autoComplete="off" required maxLength={254} />}
        </Field>
        <RoleChoice value={role} onChange={setRole} />
      </Form>
    </Dialog>
  );
}
