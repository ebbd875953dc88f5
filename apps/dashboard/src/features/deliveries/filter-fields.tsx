import { useTranslations } from 'use-intl';
import { useNumbers, useProjects } from '../../data/lists.ts';
import { Field, Input, Select } from '../../ui/field.tsx';
import { useKindText } from './marks.tsx';
import { readablePhone, usualKinds } from './words.ts';

interface Props {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

const chosen = (onChange: Props['onChange']) => (event: { target: { value: string } }) =>
  onChange(event.target.value || undefined);

export function ProjectField({ value, onChange }: Props) {
  const t = useTranslations('deliveries');
  const projects = useProjects();
  return (
    <Field label={t('filters.projectId')}>
      {(wiring) => (
        <Select {...wiring} value={value ?? ''} onChange={chosen(onChange)}>
          <option value="">{t('any')}</option>
          {projects.data?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

export function NumberField({ value, onChange }: Props) {
  const t = useTranslations('deliveries');
  const numbers = useNumbers();
  const known = !value || numbers.data?.some(({ phoneNumberId }) => phoneNumberId === value);
  return (
    <Field label={t('filters.phoneNumberId')}>
      {(wiring) => (
        <Select {...wiring} value={value ?? ''} onChange={chosen(onChange)}>
          <option value="">{t('any')}</option>
          {!known && <option value={value}>{value}</option>}
          {numbers.data?.map(({ phoneNumberId, phoneNumber, displayName }) => (
            <option key={phoneNumberId} value={phoneNumberId}>
              {t('numberOption', { number: readablePhone(phoneNumber), name: displayName })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

export function KindField({ value, onChange, exact }: Props & { exact?: boolean }) {
  const t = useTranslations('deliveries');
  const kindText = useKindText();
  const offered = usualKinds.filter((kind) => !exact || (kind !== 'status' && kind !== 'call'));
  const kinds = value && !offered.includes(value) ? [value, ...offered] : offered;
  return (
    <Field label={t('filters.kind')}>
      {(wiring) => (
        <Select {...wiring} value={value ?? ''} onChange={chosen(onChange)}>
          <option value="">{t('any')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindText([kind])}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

const two = (part: number) => String(part).padStart(2, '0');

/** What an input for local times takes. */
function localText(instant: string | undefined): string {
  if (!instant) return '';
  const at = new Date(instant);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function InstantField({ label, value, onChange }: Props & { label: string }) {
  return (
    <Field label={label}>
      {(wiring) => (
        <Input
          {...wiring}
          type="datetime-local"
          value={localText(value)}
          onChange={({ target }) => onChange(target.value ? new Date(target.value).toISOString() : undefined)}
        />
      )}
    </Field>
  );
}
