import { Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Input } from '../../ui/field.tsx';
import { EVERY_FIELD, knownFields } from './known-fields.ts';

interface Props {
  chosen: string[];
  onChange: (fields: string[]) => void;
}

/** All fields, or some of them; a field that Meta has added since can be typed. */
export function FieldChoice({ chosen, onChange }: Props) {
  const t = useTranslations('projects');
  const [other, setOther] = useState('');
  const all = chosen.includes(EVERY_FIELD);
  const options = [...new Set([...knownFields, ...chosen.filter((field) => field !== EVERY_FIELD)])];
  const toggle = (field: string) => onChange(chosen.includes(field) ? chosen.filter((one) => one !== field) : [...chosen, field]);
  const valid = /^[a-z_]{1,64}$/.test(other);
  const add = () => {
    if (!valid) return;
    if (!chosen.includes(other)) onChange([...chosen, other]);
    setOther('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <div className="flex flex-col">
      <label className="flex items-start gap-2 rounded-1 px-2 py-1.5 hover:bg-surface-3 pointer-coarse:min-h-11">
        <Checkbox checked={all} onChange={() => onChange(all ? ['messages'] : [EVERY_FIELD])} className="mt-0.5" />
        <span>
          <span className="block font-mid">{t('allFields')}</span>
          <span className="block text-12 text-ink-3">{t('allFieldsHint')}</span>
        </span>
      </label>
      {!all && (
        <>
          <div role="group" aria-label={t('fields')} className="my-1 border-y border-line py-1">
            {options.map((field) => (
              <label key={field} className="flex min-h-7 items-center gap-2 rounded-1 px-2 hover:bg-surface-3 pointer-coarse:min-h-11">
                <Checkbox checked={chosen.includes(field)} onChange={() => toggle(field)} />
                <span className="mono ltr">{field}</span>
              </label>
            ))}
          </div>
          <div className="flex items-center gap-1 px-2 py-1">
            <Input aria-label={t('otherField')} placeholder={t('otherFieldHint')} value={other} onChange={(event) => setOther(event.target.value.trim())} onKeyDown={onKeyDown} className="ltr mono h-7!" />
            <Button icon={Plus} iconOnly disabled={!valid} onClick={add}>
              {t('otherField')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
