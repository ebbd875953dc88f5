import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { Project } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, Select, TextArea } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { SecretDialog } from '../../ui/secret-dialog.tsx';
import { toast } from '../../ui/toasts.tsx';
import { type HeaderRow, HeadersField, headersOf } from './headers-field.tsx';

interface Props {
  /** To be changed; without it a new one is made. */
  project?: Project;
  onClose: () => void;
  onDone: (id: string) => void;
}

/** Makes or changes a project. What is made shows its secret once, after which `onDone` is called. */
export function ProjectDialog({ project, onClose, onDone }: Props) {
  const t = useTranslations('projects');
  const u = useTranslations('ui');
  const [headers, setHeaders] = useState<HeaderRow[] | null>(null);
  // Nothing of the answer stays in the cache: it holds the secret.
  const create = $api.useMutation('post', '/api/v1/projects', { gcTime: 0 });
  const patch = $api.useMutation('patch', '/api/v1/projects/{id}');
  const error = create.error ?? patch.error;
  const problem = error ? problemOf(error) : undefined;
  const made = create.data;
  if (made) {
    const stored = () => {
      create.reset();
      onDone(made.id);
    };
    const { name, secret } = made;
    return <SecretDialog title={t('secret.title', { name })} hint={t('secret.hint', { name })} what={t('secret.value')} secret={secret} onStored={stored} />;
  }
  const submit = (values: FormData) => {
    const text = (name: string) => String(values.get(name) ?? '').trim();
    const slug = text('slug');
    const body = {
      name: text('name'),
      endpoint: text('endpoint'),
      description: text('description'),
      split: text('split') === 'event' ? ('event' as const) : ('batch' as const),
      ...(slug && { slug }),
      ...(headers && { headers: headersOf(headers) }),
    };
    const again = () => readAgain('projects', 'overview', 'mappings');
    if (!project) {
      create.mutate({ body }, { onSuccess: again });
      return;
    }
    const saved = () => {
      toast(t('form.saved', { name: body.name }));
      again();
      onDone(project.id);
    };
    patch.mutate({ params: { path: { id: project.id } }, body }, { onSuccess: saved });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={project ? t('form.edit', { name: project.name }) : t('form.new')}
      description={project ? undefined : t('form.newHint')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {u('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="project" busy={create.isPending || patch.isPending}>
            {project ? t('form.save') : t('form.create')}
          </Button>
        </>
      }
    >
      <Form id="project" problem={problem} onSubmit={submit}>
        <Field label={t('form.name')} error={fieldError(problem, 'name')}>
          {(wiring) => <Input {...wiring} autoFocus name="name" defaultValue={project?.name} autoComplete="off" maxLength={200} />}
        </Field>
        <Field label={t('form.endpoint')} hint={t('form.endpointHint')} error={fieldError(problem, 'endpoint') ?? (problem?.code === 'destination_refused' ? problem.detail : undefined)}>
          {(wiring) => (
            <Input {...wiring} name="endpoint" type="url" defaultValue={project?.endpoint} placeholder={t('form.endpointExample')} autoComplete="off" className="ltr mono" />
          )}
        </Field>
        <Field label={t('form.split')} hint={t('form.splitHint')} error={fieldError(problem, 'split')}>
          {(wiring) => (
            <Select {...wiring} name="split" defaultValue={project?.split ?? 'batch'}>
              <option value="batch">{t('form.batch')}</option>
              <option value="event">{t('form.event')}</option>
            </Select>
          )}
        </Field>
        <HeadersField names={Object.keys(project?.headers ?? {})} rows={headers} error={fieldError(problem, 'headers')} onChange={setHeaders} />
        <Field label={t('form.slug')} hint={t('form.slugHint')} error={fieldError(problem, 'slug') ?? (problem?.code === 'already_exists' ? problem.detail : undefined)}>
          {(wiring) => <Input {...wiring} name="slug" defaultValue={project?.slug} autoComplete="off" spellCheck={false} maxLength={40} className="ltr mono" />}
        </Field>
        <Field label={t('form.description')} hint={t('form.descriptionHint')} error={fieldError(problem, 'description')}>
          {(wiring) => <TextArea {...wiring} name="description" rows={2} defaultValue={project?.description} maxLength={2000} />}
        </Field>
      </Form>
    </Dialog>
  );
}
