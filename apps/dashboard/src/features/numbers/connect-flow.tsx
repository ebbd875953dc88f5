import { Link, useNavigate } from '@tanstack/react-router';
import { Unplug } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Account, App, PhoneNumber } from '../../data/lists.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { phoneText } from '../../ui/phone-text.ts';
import { Message } from '../../ui/states.tsx';
import { Ago } from '../../ui/time.tsx';
import { AccountStep } from './account-step.tsx';
import { AppStep } from './app-step.tsx';
import { FirstWebhookStep } from './first-webhook-step.tsx';
import { FlowStep } from './flow-step.tsx';
import { MetaStep } from './meta-step.tsx';
import { NumberStep } from './number-step.tsx';
import { useSetup } from './use-setup.ts';

interface Props {
  accounts: Account[];
  apps: App[];
  numbers: PhoneNumber[];
  /** `new`, or the id of the app to go on with. */
  connect: string;
}

/** Account, app, number, Meta's side, first webhook: each step ticks itself off by what the hub knows. */
export function ConnectFlow({ accounts, apps, numbers, connect }: Props) {
  const t = useTranslations('numbers');
  const navigate = useNavigate();
  const [accountId, setAccountId] = useState<string | null>(null);
  // Shown in this set-up only, and kept nowhere else.
  const [token, setToken] = useState<string | null>(null);
  const app = apps.find((one) => one.id === connect);
  const account = accounts.find((one) => one.businessId === (app ? app.businessId : accountId));
  const number = app && numbers.find((one) => one.appId === app.id);
  const setup = useSetup(app?.id);
  // Right after it was made, the list does not have the app yet.
  const [made, setMade] = useState<string | null>(null);
  if (connect !== 'new' && !app && made !== connect) {
    const again = () => void navigate({ to: '/numbers', search: { connect: 'new' } });
    return (
      <Message icon={Unplug} title={t('flow.gone')} action={<Button onClick={again}>{t('flow.begin')}</Button>}>
        {t('flow.goneHint')}
      </Message>
    );
  }
  const came = Boolean(setup.data?.lastWebhookAt);
  // Where webhooks arrive Meta has been pointed here, also when nobody saw it verify.
  const done = [Boolean(app ?? account), Boolean(app), Boolean(number), came || Boolean(setup.data?.verifiedAt), came];
  const now = done.indexOf(false);
  const stateOf = (step: number) => (done[step] ? 'done' : step === now ? 'now' : 'later');
  const ready = now === -1;
  const chooseApp = (id: string, verifyToken?: string) => {
    setMade(id);
    setToken(verifyToken ?? null);
    void navigate({ to: '/numbers', search: { connect: id }, replace: true });
  };
  return (
    <div className="mx-auto flex max-w-180 flex-col gap-4">
      <div>
        <h2 className="text-20 font-strong">{ready && number ? t('flow.ready', { number: number.displayName }) : t('flow.title')}</h2>
        <p className="mt-1 text-14 text-ink-2">{ready ? t('flow.readyHint') : t('flow.intro')}</p>
        <div className="mt-3 flex items-center gap-1">
          {done.map((is, index) => (
            <span key={index} aria-hidden className={classes('h-1 w-9 rounded-full', is ? 'bg-brand' : 'bg-surface-3')} />
          ))}
          <span className="ms-2 text-12 text-ink-2">{t('flow.progress', { done: String(done.filter(Boolean).length), total: String(done.length) })}</span>
        </div>
      </div>
      <ol className="rounded-3 border border-line bg-surface-1">
        <FlowStep n={1} title={t('flow.account')} state={stateOf(0)} aside={account?.name}>
          <AccountStep accounts={accounts} onChosen={setAccountId} />
        </FlowStep>
        <FlowStep n={2} title={t('flow.app')} state={stateOf(1)} aside={app && <span className="mono ltr">{app.id}</span>}>
          {account && <AppStep account={account} apps={apps} onChosen={chooseApp} onBack={() => setAccountId(null)} />}
        </FlowStep>
        <FlowStep n={3} title={t('flow.number')} state={stateOf(2)} aside={number && <span className="mono ltr">{phoneText(number.phoneNumber)}</span>}>
          {app && <NumberStep appId={app.id} />}
        </FlowStep>
        <FlowStep n={4} title={t('flow.meta')} state={stateOf(3)} aside={setup.data?.verifiedAt && <Ago at={setup.data.verifiedAt} />}>
          {app && setup.data && <MetaStep app={app} setup={setup.data} token={token} onToken={setToken} />}
        </FlowStep>
        <FlowStep n={5} title={t('flow.first')} state={stateOf(4)} aside={setup.data?.lastWebhookAt && <Ago at={setup.data.lastWebhookAt} />}>
          {number && setup.data && <FirstWebhookStep number={number} setup={setup.data} />}
        </FlowStep>
      </ol>
      <div className="flex flex-wrap gap-2">
        {ready && number && (
          <Link to="/projects" search={{ number: number.phoneNumberId }} className={buttonClass({ look: 'primary', size: 'md' })}>
            {t('flow.map')}
          </Link>
        )}
        <Link to="/numbers" search={{ app: app?.id }} className={buttonClass({ size: 'md' })}>
          {ready ? t('flow.finish') : t('flow.leave')}
        </Link>
      </div>
    </div>
  );
}
