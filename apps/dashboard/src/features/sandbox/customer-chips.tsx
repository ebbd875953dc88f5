import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Initials } from '../../shell/initials.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { type Customer, suggestCustomer } from './use-customers.ts';

interface Props {
  customers: readonly Customer[];
  chosen: Customer;
  onChoose: (customer: Customer) => void;
  onAdd: (customer: Customer) => void;
}

/** Who holds the phone. */
export function CustomerChips({ customers, chosen, onChoose, onAdd }: Props) {
  const t = useTranslations('sandbox');
  const [adding, setAdding] = useState(false);
  return (
    <div role="group" aria-label={t('customers')} className="mb-3 flex flex-wrap items-center gap-2">
      {customers.map((customer) => (
        <button
          key={customer.phone}
          type="button"
          title={`+${customer.phone}`}
          aria-pressed={customer.phone === chosen.phone}
          onClick={() => onChoose(customer)}
          className={classes(
            'flex h-8 items-center gap-2 rounded-full border ps-1 pe-2.5 font-mid pointer-coarse:min-h-11',
            customer.phone === chosen.phone ? 'border-brand-line bg-brand-soft text-ink' : 'border-line text-ink-2 hover:bg-surface-2',
          )}
        >
          <Initials name={customer.name} round />
          {customer.name}
        </button>
      ))}
      <Button size="md" look="bare" icon={Plus} iconOnly onClick={() => setAdding(true)}>
        {t('addCustomer')}
      </Button>
      {adding && <AddCustomer suggested={suggestCustomer(customers)} onClose={() => setAdding(false)} onAdd={onAdd} />}
    </div>
  );
}

interface AddProps {
  suggested: Customer;
  onClose: () => void;
  onAdd: (customer: Customer) => void;
}

function AddCustomer({ suggested, onClose, onAdd }: AddProps) {
  const t = useTranslations('sandbox');
  const ui = useTranslations('ui');
  const [wrong, setWrong] = useState({ name: false, phone: false });
  const submit = (form: FormData) => {
    const name = String(form.get('name')).trim();
    const phone = String(form.get('phone')).replace(/\D/g, '');
    const faults = { name: name === '', phone: phone.length < 7 || phone.length > 15 };
    setWrong(faults);
    if (faults.name || faults.phone) return;
    onAdd({ name, phone });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('addCustomer')}
      description={t('addCustomerHint')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="customer">
            {t('addCustomer')}
          </Button>
        </>
      }
    >
      <Form id="customer" onSubmit={submit}>
        <Field label={t('customerName')} error={wrong.name ? t('customerNameWrong') : undefined}>
          {(wiring) => <Input {...wiring} name="name" maxLength={100} defaultValue={suggested.name} />}
        </Field>
        <Field label={t('customerPhone')} error={wrong.phone ? t('customerPhoneWrong') : undefined}>
          {(wiring) => <Input {...wiring} name="phone" inputMode="tel" className="ltr" defaultValue={`+${suggested.phone}`} />}
        </Field>
      </Form>
    </Dialog>
  );
}
