import { Download, Search, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { textOf } from './typed.ts';
import { type Customer, download, type Kept, useCustomer } from './use-customer.ts';

/** What a customer may ask for: what is kept about them, and to be forgotten. */
export function CustomerPanel() {
  const t = useTranslations('settings.privacy');
  const { search, problem, start, forget } = useCustomer();
  const [erasing, setErasing] = useState<Customer>();
  const looking = search !== undefined && !search.done;
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-4 p-4">
        <Form
          id="customer"
          problem={problem}
          onSubmit={(values) => start({ phone: textOf(values, 'phone'), userId: textOf(values, 'userId') })}
        >
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('phone')} hint={t('phoneHint')} error={fieldError(problem, 'phone')}>
              {(wiring) => <Input {...wiring} name="phone" type="tel" dir="ltr" autoComplete="off" onInput={forget} />}
            </Field>
            <Field label={t('userId')} hint={t('userIdHint')} error={fieldError(problem, 'userId')}>
              {(wiring) => <Input {...wiring} name="userId" dir="ltr" autoComplete="off" spellCheck={false} className="mono" onInput={forget} />}
            </Field>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <Button type="submit" look="primary" icon={Search} busy={looking}>
              {t('lookUp')}
            </Button>
            {looking && <Button onClick={forget}>{t('stop')}</Button>}
            <span role="status" className="num text-ink-2">
              {looking && t('looking', { count: search.kept.data.length })}
            </span>
          </div>
        </Form>
        {search?.done && <Found kept={search.kept} onErase={() => setErasing(search.customer)} />}
      </div>
      {erasing && (
        <EraseDialog customer={erasing} onErased={forget} onClose={() => setErasing(undefined)} />
      )}
    </Panel>
  );
}

function Found({ kept, onErase }: { kept: Kept; onErase: () => void }) {
  const t = useTranslations('settings.privacy');
  const of = (kind: 'event' | 'webhook') => kept.data.filter((one) => one.kind === kind).length;
  return (
    <section className="flex flex-col gap-3 rounded-2 bg-surface-2 p-3">
      <p role="status" className="font-mid">
        {t('found', { count: kept.data.length })}
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-ink-2">{t('foundBy')}</dt>
        <dd className="mono ltr aligned break-all">{[...kept.numbers, ...kept.userIds].join(', ')}</dd>
        <dt className="text-ink-2">{t('events')}</dt>
        <dd className="num">{of('event')}</dd>
        <dt className="text-ink-2">{t('webhooks')}</dt>
        <dd className="num">{of('webhook')}</dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        {kept.data.length > 0 && (
          <Button icon={Download} onClick={() => download(kept)}>
            {t('download')}
          </Button>
        )}
        <Button icon={UserX} onClick={onErase}>
          {t('erase')}
        </Button>
      </div>
    </section>
  );
}
