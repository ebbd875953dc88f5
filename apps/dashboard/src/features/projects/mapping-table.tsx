import { Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Mapping, PhoneNumber, Project } from '../../data/lists.ts';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/field.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { FieldsPicker } from './fields-picker.tsx';
import { useMappingChanges } from './use-mapping-changes.ts';

interface Props {
  number: PhoneNumber;
  mappings: Mapping[];
  projects: Project[];
  project: string | undefined;
  mayWrite: boolean;
  onProject: (id: string) => void;
  onAdd: () => void;
}

/** Who gets the webhooks of the chosen number, and what of them. */
export function MappingTable({ number, mappings, projects, project, mayWrite, onProject, onAdd }: Props) {
  const t = useTranslations('projects');
  const heading = useId();
  const changes = useMappingChanges();
  const own = mappings
    .filter((mapping) => mapping.phoneNumberId === number.phoneNumberId)
    .toSorted((a, b) => b.priority - a.priority || a.projectSlug.localeCompare(b.projectSlug));
  const bodyOf = (id: string) => projects.find((one) => one.id === id)?.split;
  return (
    <section aria-labelledby={heading}>
      <div className="mb-2 flex items-center gap-2">
        <h2 id={heading} className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
          <span className="font-strong">{number.displayName}</span>
          <span className="mono ltr text-ink-2">{phoneText(number.phoneNumber)}</span>
          <span className="text-12 text-ink-2">{t('forwarded', { count: own.length })}</span>
        </h2>
        {mayWrite && (
          <Button size="xs" icon={Plus} onClick={onAdd}>
            {t('addProject')}
          </Button>
        )}
      </div>
      <div className="overflow-x-auto rounded-3 border border-line">
        {own.length === 0 ? (
          <p className="px-4 py-6 text-center text-ink-2">{t('noMappings')}</p>
        ) : (
          <table className="grid-table [&_td]:h-11!" aria-label={t('mappingsOf', { number: number.displayName })}>
            <thead>
              <tr>
                <th className="w-20">{t('priority')}</th>
                <th>{t('project')}</th>
                <th>{t('fields')}</th>
                <th className="max-sm:hidden">{t('body')}</th>
                <th className="w-12">
                  <span className="sr-only">{t('actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {own.map((mapping) => (
                <tr key={mapping.id} aria-selected={mapping.projectId === project}>
                  <td>
                    <PriorityInput key={mapping.priority} mapping={mapping} disabled={!mayWrite} onSave={(priority) => changes.change(mapping, { priority })} />
                  </td>
                  <td>
                    <button type="button" className="mono link pointer-coarse:min-h-11" onClick={() => onProject(mapping.projectId)}>
                      {mapping.projectSlug}
                    </button>
                  </td>
                  <td>
                    <FieldsPicker mapping={mapping} mayWrite={mayWrite} onSave={(fields) => changes.change(mapping, { fields })} />
                  </td>
                  <td className="text-ink-2 max-sm:hidden">{t(bodyOf(mapping.projectId) ?? 'batch')}</td>
                  <td className="end">
                    {mayWrite && (
                      <Button size="xs" look="bare" icon={Trash2} iconOnly onClick={() => changes.takeAway(mapping, number.displayName)}>
                        {t('removeMapping', { project: mapping.projectSlug })}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {own.length > 0 && <p className="mt-2 text-12 text-ink-3">{t('priorityHint')}</p>}
    </section>
  );
}

interface PriorityProps {
  mapping: Mapping;
  disabled: boolean;
  onSave: (priority: number) => void;
}

/** Saved with Enter or on leaving; Escape brings back what was. */
function PriorityInput({ mapping, disabled, onSave }: PriorityProps) {
  const t = useTranslations('projects');
  const [text, setText] = useState(String(mapping.priority));
  const priority = Number(text);
  const valid = /^\d{1,4}$/.test(text) && priority <= 1_000;
  const save = () => {
    if (!valid) setText(String(mapping.priority));
    else if (priority !== mapping.priority) onSave(priority);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') setText(String(mapping.priority));
  };
  return (
    <Input
      aria-label={t('priorityOf', { project: mapping.projectSlug })}
      aria-invalid={!valid || undefined}
      inputMode="numeric"
      disabled={disabled}
      value={text}
      onChange={(event) => setText(event.target.value.trim())}
      onBlur={save}
      onKeyDown={onKeyDown}
      className="ltr h-6! w-14! rounded-1! text-center font-mid num"
    />
  );
}
