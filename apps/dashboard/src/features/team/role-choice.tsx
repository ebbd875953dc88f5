import { type Role, roles } from '@waypost/contracts';
import { useTranslations } from 'use-intl';

interface Props {
  value: Role;
  onChange: (role: Role) => void;
}

/** The roles, each with what it may do. */
export function RoleChoice({ value, onChange }: Props) {
  const t = useTranslations('team');
  const s = useTranslations('shell');
  return (
    <fieldset>
      <legend className="mb-1 font-mid text-ink">{t('role')}</legend>
      <div className="divide-y divide-line rounded-2 border border-line">
        {roles.map((role) => (
          <label key={role} className="flex items-start gap-2.5 px-3 py-2 has-checked:bg-brand-soft">
            <input type="radio" name="role" value={role} checked={role === value} onChange={() => onChange(role)} className="mt-0.5 size-4 shrink-0 accent-brand" />
            <span className="min-w-0">
              <span className="block font-mid text-ink">{s(`roles.${role}`)}</span>
              <span className="block text-12 text-ink-2">{t(`may.${role}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
