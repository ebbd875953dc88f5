import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { Project } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Confirm } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';

interface Props {
  project: Project;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteProject({ project, onClose, onDeleted }: Props) {
  const t = useTranslations('projects');
  const remove = $api.useMutation('delete', '/api/v1/projects/{id}');
  const confirm = () =>
    remove.mutate(
      { params: { path: { id: project.id } } },
      {
        onSuccess: () => {
          toast(t('delete.done', { name: project.name }));
          onDeleted();
          readAgain('projects', 'mappings', 'phone-numbers', 'overview');
        },
      },
    );
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('delete.title', { name: project.name })}
      action={t('delete.submit')}
      onConfirm={confirm}
      busy={remove.isPending}
      problem={remove.error ? problemOf(remove.error) : undefined}
    >
      {t('delete.text', { count: project.mappings })}
    </Confirm>
  );
}
