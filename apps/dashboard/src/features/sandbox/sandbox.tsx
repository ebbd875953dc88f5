import type { Schemas } from '@waypost/api-client';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Repeat2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useActingFor } from '../../data/acting-for.ts';
import { useMay, useMe } from '../../data/session.ts';
import { Page } from '../../shell/page.tsx';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Composer } from './composer.tsx';
import { CustomerChips } from './customer-chips.tsx';
import { ErrorMenu, Troubled } from './error-menu.tsx';
import { Phone } from './phone.tsx';
import { TracePane } from './trace-pane.tsx';
import { type Customer, useCustomers } from './use-customers.ts';
import { useProjects, useRereadSandbox } from './use-sandbox.ts';
import { type Outgoing, useSend } from './use-send.ts';
import { useThread } from './use-thread.ts';

/** The phone of a customer, and beside it what became of what was sent. */
export function Sandbox({ sandbox }: { sandbox: Schemas['SandboxView'] }) {
  const t = useTranslations('sandbox');
  const me = useMe();
  const acting = useActingFor();
  const tenantId = acting?.id ?? me.tenant?.id ?? '';
  const { number: askedNumber, customer: askedCustomer, webhook } = useSearch({ from: '/tenant/sandbox' });
  const navigate = useNavigate({ from: '/sandbox' });
  const { customers, add } = useCustomers(tenantId);
  const customer = customers.find(({ phone }) => phone === askedCustomer) ?? customers[0];
  const number = sandbox.numbers.find(({ phoneNumberId }) => phoneNumberId === askedNumber) ?? sandbox.numbers[0];
  const thread = useThread(`${tenantId}.${number?.phoneNumberId ?? ''}.${customer?.phone ?? ''}`);
  const projects = useProjects();
  const reread = useRereadSandbox();
  const acts = useMay('deliveries:write');
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const go = (next: { number?: string; customer?: string; webhook?: string }) =>
    void navigate({ search: (before) => ({ ...before, webhook: undefined, ...next }), replace: true });
  const onStored = () => {
    reread();
    // What was just sent is what one wants to see.
    if (webhook) go({});
  };
  const sending = useSend({ phoneNumberId: number?.phoneNumberId ?? '', customer, thread, onStored });
  useShortcuts({ '/': () => field.current?.focus() });
  if (!number) return null;
  const shown = webhook ?? thread.entries.flatMap(({ sent = [] }) => sent).findLast(({ webhookId }) => webhookId !== null)?.webhookId ?? undefined;
  const suggestions = [t('suggest.hello'), t('suggest.order')];
  const said = text.trim();
  const last = thread.entries.findLast(({ kind }) => kind === 'text')?.text;
  const send = (message: Outgoing) => {
    sending(message);
    field.current?.focus();
  };
  const sendTwice = () => {
    send({ kind: 'text', text: said || last || t('suggest.hello'), times: 2 });
    setText('');
  };
  const addCustomer = (added: Customer) => {
    add(added);
    go({ customer: added.phone });
  };
  const clear = () => {
    thread.clear();
    go({});
  };
  const command = commandOf(sandbox.simulatorUrl, {
    phoneNumberId: number.phoneNumberId,
    from: customer.phone,
    profileName: customer.name,
    kind: 'text',
    text: said || t('suggest.hello'),
  });
  return (
    <Page
      title={t('title')}
      crumb={t('crumb')}
      beside={
        <span className="hidden sm:inline">
          <Tag tone="info">{t('simulator')}</Tag>
        </span>
      }
      actions={
        <span className="hidden md:inline">
          <CopyButton size="sm" label={t('copyCommand')} text={command} />
        </span>
      }
    >
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[340px_minmax(0,1fr)]">
        <section aria-label={t('phone')} className="mx-auto w-full max-w-[340px] lg:mx-0">
          <CustomerChips customers={customers} chosen={customer} onChoose={({ phone }) => go({ customer: phone })} onAdd={addCustomer} />
          <Phone
            numbers={sandbox.numbers}
            number={number}
            onNumber={(phoneNumberId) => go({ number: phoneNumberId })}
            entries={thread.entries}
            chosen={shown}
            onChoose={(id) => go({ webhook: id })}
            onSettled={(entryId, webhookId, outcome) => {
              thread.settle(entryId, webhookId, outcome);
              reread();
            }}
            composer={<Composer text={text} onText={setText} field={field} suggestions={thread.entries.length === 0 ? suggestions : []} disabled={!acts} onSend={send} />}
          />
          <div className="mt-3 flex gap-2">
            <ErrorMenu destinations={sandbox.destinations} projects={projects} />
            <Button icon={Repeat2} className="flex-1" disabled={!acts} title={t('twiceHint')} onClick={sendTwice}>
              {t('twice')}
            </Button>
          </div>
          <Troubled destinations={sandbox.destinations} projects={projects} />
          {projects?.size === 0 && (
            <p className="mt-3 rounded-3 border border-warn-line bg-warn-soft px-3 py-2">
              {t('noProject')}{' '}
              <Link to="/projects" className="link">
                {t('makeProject')}
              </Link>
            </p>
          )}
          {!acts && <p className="mt-3 text-ink-2">{t('mayNot')}</p>}
        </section>
        <TracePane entries={thread.entries} held={webhook} onHold={(id) => go({ webhook: id })} onClear={clear} />
      </div>
    </Page>
  );
}

/** The same without a browser. */
function commandOf(simulatorUrl: string | null, body: object): string {
  const json = JSON.stringify(body).replaceAll("'", String.raw`'\''`);
  return `curl -s '${simulatorUrl ?? ''}/control/webhooks' -H 'content-type: application/json' -d '${json}'`;
}
