import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { Mapping, PhoneNumber, Project } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, Select } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { toast } from '../../ui/toasts.tsx';
import { FieldChoice } from './field-choice.tsx';

interface Props {
  numbers: PhoneNumber[];
  projects: Project[];
  mappings: Mapping[];
  /** Chosen to begin with. */
  number: string | undefined;
  onClose: () => void;
  onMapped: (phoneNumberId: string) => void;
}

export function MapNumberDialog({ numbers, projects, mappings, number, onClose, onMapped }: Props) {
  const t = useTranslations('projects');
  const u = useTranslations('ui');
  const [phoneNumberId, setPhoneNumberId] = useState(number ?? '');
  const [fields, setFields] = useState(['messages']);
  const create = $api.useMutation('post', '/api/v1/mappings');
  const problem = create.error ? problemOf(create.error) : undefined;
  const taken = new Set(mappings.filter((one) => one.phoneNumberId === phoneNumberId).map((one) => one.projectId));
  const free = projects.filter((project) => !taken.has(project.id));
  const submit = (values: FormData) => {
    const projectId = String(values.get('project'));
    create.mutate(
      { body: { phoneNumberId, projectId, priority: Number(values.get('priority') || 0), fields } },
      {
        onSuccess: (mapping) => {
          const name = numbers.find((one) => one.phoneNumberId === phoneNumberId)?.displayName ?? phoneNumberId;
          toast(t('mapping.done', { project: mapping.projectSlug, number: name }));
          readAgain('mappings', 'phone-numbers', 'projects', 'overview');
          onMapped(phoneNumberId);
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('mapping.title')}
      description={t('mapping.description')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {u('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="map-number" busy={create.isPending} disabled={free.length === 0}>
            {t('mapping.submit')}
          </Button>
        </>
      }
    >
      <Form id="map-number" problem={problem} onSubmit={submit}>
        <Field label={t('mapping.number')} error={fieldError(problem, 'phoneNumberId')}>
          {(wiring) => (
            <Select {...wiring} autoFocus value={phoneNumberId} onChange={(event) => setPhoneNumberId(event.target.value)}>
              <option value="">{t('mapping.choose')}</option>
              {numbers.map((one) => (
                <option key={one.phoneNumberId} value={one.phoneNumberId}>{`${one.displayName} · ${phoneText(one.phoneNumber)}`}</option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('mapping.project')} error={fieldError(problem, 'projectId')} hint={free.length === 0 ? t('mapping.taken') : undefined}>
          {(wiring) => (
            <Select {...wiring} name="project" key={phoneNumberId}>
              {free.map((project) => (
                <option key={project.id} value={project.id}>{project.name === project.slug ? project.name : `${project.name} · ${project.slug}`}</option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('mapping.priority')} hint={t('mapping.priorityHint')} error={fieldError(problem, 'priority')}>
          {(wiring) => <Input {...wiring} name="priority" inputMode="numeric" defaultValue="0" className="ltr max-w-24" />}
        </Field>
        <fieldset>
          <legend className="mb-1 font-mid">{t('mapping.fields')}</legend>
          <div className="max-h-48 overflow-y-auto rounded-2 border border-line p-1">
            <FieldChoice chosen={fields} onChange={setFields} />
          </div>
          {fieldError(problem, 'fields') && <p className="mt-1 text-12 text-bad">{fieldError(problem, 'fields')}</p>}
        </fieldset>
      </Form>
    </Dialog>
  );
}
