import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import type { Outgoing } from './use-send.ts';

interface Props {
  onClose: () => void;
  onSend: (message: Outgoing) => void;
}

/** Until another place is entered, the Royal Observatory at Greenwich. */
const start = { latitude: '51.4769', longitude: '-0.0005' };

export function LocationDialog({ onClose, onSend }: Props) {
  const t = useTranslations('sandbox');
  const ui = useTranslations('ui');
  const [wrong, setWrong] = useState({ latitude: false, longitude: false });
  const submit = (form: FormData) => {
    const latitude = numberIn(form.get('latitude'), 90);
    const longitude = numberIn(form.get('longitude'), 180);
    setWrong({ latitude: latitude === null, longitude: longitude === null });
    if (latitude === null || longitude === null) return;
    onSend({ kind: 'location', latitude, longitude });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('locationTitle')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="location">
            {t('sendLocation')}
          </Button>
        </>
      }
    >
      <Form id="location" onSubmit={submit}>
        <Field label={t('latitude')} error={wrong.latitude ? t('latitudeWrong') : undefined}>
          {(wiring) => <Input {...wiring} name="latitude" inputMode="decimal" className="mono ltr" defaultValue={start.latitude} />}
        </Field>
        <Field label={t('longitude')} error={wrong.longitude ? t('longitudeWrong') : undefined}>
          {(wiring) => <Input {...wiring} name="longitude" inputMode="decimal" className="mono ltr" defaultValue={start.longitude} />}
        </Field>
      </Form>
    </Dialog>
  );
}

function numberIn(value: FormDataEntryValue | null, largest: number): number | null {
  const text = String(value ?? '').trim().replace(',', '.');
  const number = Number(text);
  return text !== '' && Math.abs(number) <= largest ? number : null;
}
