import type { Role } from '@waypost/contracts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { TeamMember } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import { RoleChoice } from './role-choice.tsx';

export function RoleDialog({ member, onClose }: { member: TeamMember; onClose: () => void }) {
  const t = useTranslations('team');
  const s = useTranslations('shell');
  const u = useTranslations('ui');
  const [role, setRole] = useState<Role>(member.role);
  const change = $api.useMutation('patch', '/api/v1/team/{userId}', {
    onSuccess: () => {
      toast(t('change.done', { name: member.name, role: s(`roles.${role}`) }));
      // One's own role rules what is shown everywhere.
      readAgain('team', 'auth/me');
      onClose();
    },
  });
  const submit = () => change.mutate({ params: { path: { userId: member.userId } }, body: { role } });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('change.title', { name: member.name })}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {u('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="role" busy={change.isPending} disabled={role === member.role}>
            {t('change.submit')}
          </Button>
        </>
      }
    >
      <Form id="role" problem={change.error ? problemOf(change.error) : undefined} onSubmit={submit}>
        <RoleChoice value={role} onChange={setRole} />
      </Form>
    </Dialog>
  );
}
