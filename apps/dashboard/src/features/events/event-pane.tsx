import type { Schemas } from '@waypost/api-client';
import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronRight, ChevronUp, X } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Code } from '../../ui/code.tsx';
import { CopyButton, Id } from '../../ui/copy.tsx';
import { SidePane } from '../../ui/side-pane.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { Ago } from '../../ui/time.tsx';
import { Answer, StateMark, useKindText, useNumberText } from '../deliveries/marks.tsx';
import { Fact } from '../deliveries/pane-facts.tsx';
import { customerOf, readablePhone } from '../deliveries/words.ts';
import { ReplayOne } from './replay.tsx';

type EventDetail = Schemas['EventDetailView'];
const SHOWN_IDS = 5;

interface Props {
  id: string;
  onClose: () => void;
  onBefore: (() => void) | null;
  onNext: (() => void) | null;
}

/** One event: what came in, and what became of it. */
export function EventPane({ id, onClose, onBefore, onNext }: Props) {
  const t = useTranslations('events');
  const kindText = useKindText();
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/events/{id}', { params: { path: { id } } });
  return (
    <SidePane label={t('pane')}>
      <header className="border-b border-line px-4 py-3">
        <div className="flex min-h-7 items-center gap-2">
          <span className="text-12 text-ink-2">
            {data && t.rich('receivedAgo', { ago: () => <Ago at={data.receivedAt} /> })}
          </span>
          <span className="ms-auto flex gap-0.5">
            <Button look="bare" icon={ChevronUp} iconOnly disabled={!onBefore} onClick={() => onBefore?.()}>
              {t('before')}
            </Button>
            <Button look="bare" icon={ChevronDown} iconOnly disabled={!onNext} onClick={() => onNext?.()}>
              {t('next')}
            </Button>
            <Button look="bare" icon={X} iconOnly onClick={onClose}>
              {t('closePane')}
            </Button>
          </span>
        </div>
        {data && (
          <>
            <h2 className="mt-1.5 truncate text-16 font-strong tracking-tight">{kindText(data.kinds)}</h2>
            <div className="mt-3 flex flex-wrap items-center gap-2">
              <ReplayOne id={id} />
              <Link to="/deliveries" search={{ eventId: id }} className={buttonClass({})}>
                {t('openDeliveries')}
              </Link>
            </div>
          </>
        )}
      </header>
      {data ? (
        <>
          <Facts event={data} />
          <Sent event={data} />
          <Payload event={data} />
        </>
      ) : error ? (
        <Failure problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : (
        <Skeleton rows={10} />
      )}
    </SidePane>
  );
}

function Facts({ event }: { event: EventDetail }) {
  const t = useTranslations('events');
  const numberText = useNumberText();
  const [all, setAll] = useState(false);
  const { itemIds, payload, phoneNumberId, businessId, fields } = event;
  const customer = payload && customerOf(payload);
  const shown = all ? itemIds : itemIds.slice(0, SHOWN_IDS);
  return (
    <dl className="grid items-baseline grid-cols-[88px_minmax(0,1fr)] gap-x-2 gap-y-1 border-b border-line px-4 py-3 sm:grid-cols-[80px_minmax(0,1fr)_64px_minmax(0,0.86fr)]">
      <Fact name={t('facts.event')}>
        <Id value={event.id} what={t('facts.eventId')} />
      </Fact>
      <Fact name={t('facts.field')}>
        <span dir="auto" className="truncate">{fields.join(', ')}</span>
      </Fact>
      <Fact name={t('facts.number')}>
        <span className="mono ltr" title={phoneNumberId ?? undefined}>
          {numberText(phoneNumberId)}
        </span>
      </Fact>
      {customer && (
        <Fact name={t('facts.customer')}>
          <span className="mono ltr">{readablePhone(customer)}</span>
        </Fact>
      )}
      <Fact name={t('facts.account')} wide>
        <Id value={businessId} what={t('facts.accountId')} />
      </Fact>
      {shown.length > 0 && (
        <Fact name={t('facts.ids', { count: itemIds.length })} wide>
          <ul className="min-w-0">
            {shown.map((itemId) => (
              <li key={itemId} className="ltr flex items-center gap-1">
                <span className="mono truncate" title={itemId}>
                  {itemId}
                </span>
                <CopyButton text={itemId} what={t('facts.messageId')} />
              </li>
            ))}
            {itemIds.length > SHOWN_IDS && (
              <li>
                <button type="button" className="link" onClick={() => setAll(!all)}>
                  {all ? t('fewerIds') : t('moreIds', { count: itemIds.length - SHOWN_IDS })}
                </button>
              </li>
            )}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

function Sent({ event }: { event: EventDetail }) {
  const t = useTranslations('events');
  return (
    <section className="border-b border-line px-4 pt-2 pb-3">
      <h3 className="flex items-center gap-2 py-1 font-strong">
        {t('deliveries')} <span className="num text-12 font-text text-ink-3">{event.deliveries.length}</span>
      </h3>
      {event.deliveries.length === 0 && <p className="text-ink-2">{t('notRoutedHint')}</p>}
      <ul className="-mx-2">
        {event.deliveries.map((delivery) => (
          <li key={delivery.id}>
            <Link
              to="/deliveries"
              search={{ eventId: event.id, delivery: delivery.id }}
              className="grid min-h-9 grid-cols-[104px_minmax(0,1fr)_auto_auto_16px] items-center gap-2 rounded-2 px-2 hover:bg-surface-2 pointer-coarse:min-h-11"
            >
              <StateMark state={delivery.state} />
              <span dir="auto" className="truncate">{delivery.projectName}</span>
              <Answer delivery={delivery} />
              <span className="text-12 text-ink-3">
                <Ago at={delivery.lastTriedAt ?? delivery.createdAt} />
              </span>
              <ChevronRight aria-hidden className="size-4 text-ink-3" strokeWidth={1.5} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Payload({ event: { payload } }: { event: EventDetail }) {
  const t = useTranslations('events');
  const format = useFormatter();
  const bytes = payload === null ? 0 : new TextEncoder().encode(payload).length;
  return (
    <section className="px-4 pt-2 pb-4">
      <h3 className="flex min-h-8 items-center gap-2 font-strong">
        {t('payload')}
        {payload !== null && (
          <span className="num text-12 font-text text-ink-3">
            {t('bytes', { bytes: format.number(bytes) })}
          </span>
        )}
        {payload !== null && (
          <span className="ms-auto">
            <CopyButton text={payload} label={t('copy')} />
          </span>
        )}
      </h3>
      {payload === null ? (
        <p className="text-ink-2">{t('payloadGone')}</p>
      ) : (
        <Code text={payload} label={t('payload')} />
      )}
    </section>
  );
}
