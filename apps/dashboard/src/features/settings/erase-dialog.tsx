import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import type { Customer } from './use-customer.ts';

interface Props {
  customer: Customer;
  onErased: () => void;
  onClose: () => void;
}

/** Erases for good what is kept about somebody, once their name was typed again; then says how much it was. */
export function EraseDialog({ customer, onErased, onClose }: Props) {
  const t = useTranslations('settings.privacy');
  const u = useTranslations('ui');
  const [typed, setTyped] = useState('');
  const erase = $api.useMutation('post', '/api/v1/privacy/erase', {
    gcTime: 0,
    onSuccess: ({ state }) => {
      toast(t(state === 'done' ? 'erased' : 'erasing'));
      readAgain('privacy', 'events', 'deliveries', 'overview');
      onErased();
    },
  });
  const name = customer.phone ?? customer.userId ?? '';
  const same = typed.trim() === name;
  if (erase.data) return <Erased erasure={erase.data} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('eraseTitle')}
      description={t('eraseText')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {u('cancel')}
          </Button>
          <Button size="md" look="danger" type="submit" form="erase" busy={erase.isPending} disabled={!same}>
            {t('eraseSubmit')}
          </Button>
        </>
      }
    >
      <Form id="erase" problem={erase.error ? problemOf(erase.error) : undefined} onSubmit={() => same && erase.mutate({ body: customer })}>
        <Field label={t('eraseType', { name })}>
          {(wiring) => (
            <Input {...wiring} dir="ltr" autoFocus autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
      </Form>
    </Dialog>
  );
}

const counts = ['events', 'webhooks', 'items', 'answers', 'cancelled'] as const;

function Erased({ erasure, onClose }: { erasure: { state: 'running' | 'done' } & Record<(typeof counts)[number], number>; onClose: () => void }) {
  const t = useTranslations('settings.privacy');
  const u = useTranslations('ui');
  const format = useFormatter();
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(erasure.state === 'done' ? 'erased' : 'erasing')}
      actions={
        <Button size="md" look="primary" onClick={onClose}>
          {u('close')}
        </Button>
      }
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1">
        {counts.map((count) => (
          <div key={count} className="contents">
            <dt className="text-ink-2">{t(count)}</dt>
            <dd className="num">{format.number(erasure[count])}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
