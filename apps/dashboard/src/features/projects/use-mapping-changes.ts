import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { Mapping } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { toast } from '../../ui/toasts.tsx';
import { EVERY_FIELD } from './known-fields.ts';

export type MappingChange = { priority: number } | { fields: string[] };

/** Changes of mappings, each with a way back. */
export function useMappingChanges() {
  const t = useTranslations('projects');
  const patch = $api.useMutation('patch', '/api/v1/mappings/{id}');
  const create = $api.useMutation('post', '/api/v1/mappings');
  const remove = $api.useMutation('delete', '/api/v1/mappings/{id}');
  const again = () => readAgain('mappings', 'phone-numbers', 'projects');
  const failed = (error: unknown) => {
    toast(t('notSaved'), { tone: 'bad', detail: problemOf(error).detail });
    again();
  };

  const words = (mapping: Mapping, change: MappingChange) => {
    const project = mapping.projectSlug;
    if ('priority' in change) return t('prioritySaved', { project, priority: String(change.priority) });
    return change.fields.includes(EVERY_FIELD) ? t('fieldsSavedAll', { project }) : t('fieldsSaved', { project, count: change.fields.length });
  };

  const send = (mapping: Mapping, body: MappingChange, said: string, undo?: () => void) =>
    patch.mutate(
      { params: { path: { id: mapping.id } }, body },
      { onSuccess: () => (toast(said, { undo }), again()), onError: failed },
    );

  const change = (mapping: Mapping, body: MappingChange) => {
    const before: MappingChange = 'priority' in body ? { priority: mapping.priority } : { fields: mapping.fields };
    send(mapping, body, words(mapping, body), () => send(mapping, before, t('mappingUndone', { project: mapping.projectSlug })));
  };

  const restore = ({ phoneNumberId, projectId, priority, fields, projectSlug }: Mapping) =>
    create.mutate(
      { body: { phoneNumberId, projectId, priority, fields } },
      { onSuccess: () => (toast(t('mappingRestored', { project: projectSlug })), again()), onError: failed },
    );

  const takeAway = (mapping: Mapping, number: string) =>
    remove.mutate(
      { params: { path: { id: mapping.id } } },
      {
        onSuccess: () => {
          toast(t('mappingRemoved', { project: mapping.projectSlug, number }), { undo: () => restore(mapping) });
          again();
        },
        onError: failed,
      },
    );

  return { change, takeAway, busy: patch.isPending || remove.isPending };
}
