import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import type { PhoneNumber } from '../../data/lists.ts';
import { buttonClass } from '../../ui/button.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { SetupNotes } from './setup-list.tsx';
import type { Setup } from './setup-steps.ts';
import { Waiting } from './waiting.tsx';

export function FirstWebhookStep({ number, setup }: { number: PhoneNumber; setup: Setup }) {
  const t = useTranslations('numbers');
  const sandbox = $api.useQuery('get', '/api/v1/sandbox', {}, { staleTime: 60_000 });
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-2">{t.rich('flow.firstHint', { number: () => <span className="mono ltr">{phoneText(number.phoneNumber)}</span> })}</p>
      <SetupNotes setup={setup} troubleOnly />
      <div className="flex flex-wrap items-center gap-3">
        <Waiting>{t('flow.waitingFirst')}</Waiting>
        {sandbox.data?.available && (
          <Link to="/sandbox" search={{ number: number.phoneNumberId }} className={buttonClass({ look: 'primary' })}>
            {t('flow.phone')}
          </Link>
        )}
      </div>
    </div>
  );
}
