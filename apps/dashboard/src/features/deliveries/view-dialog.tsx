import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';

interface Props {
  /** Empty for a new one. */
  name: string;
  taken: string[];
  onName: (name: string) => void;
  onClose: () => void;
}

export function ViewDialog({ name, taken, onName, onClose }: Props) {
  const t = useTranslations('deliveries');
  const [error, setError] = useState<string>();
  const submit = (values: FormData) => {
    const asked = String(values.get('name') ?? '').trim();
    if (asked === '') return setError(t('viewNeedsName'));
    if (taken.includes(asked)) return setError(t('viewNameTaken'));
    onName(asked);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={name ? t('renameView') : t('saveView')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="view">
            {name ? t('renameView') : t('saveView')}
          </Button>
        </>
      }
    >
      <Form id="view" onSubmit={submit}>
        <Field label={t('viewName')} hint={t('viewHint')} error={error}>
          {(wiring) => (
            <Input {...wiring} autoFocus name="name" defaultValue={name} maxLength={40} autoComplete="off" />
          )}
        </Field>
      </Form>
    </Dialog>
  );
}
