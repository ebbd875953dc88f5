import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';
import { Id } from '../../ui/copy.tsx';
import { Ago } from '../../ui/time.tsx';
import type { DeliveryDetail } from './delivery-pane.tsx';
import { useNumberText } from './marks.tsx';
import { customerOf, readablePhone } from './words.ts';

export function PaneFacts({ detail }: { detail: DeliveryDetail }) {
  const t = useTranslations('deliveries');
  const numberText = useNumberText();
  const { request, event } = detail;
  const customer = request && customerOf(request.body);
  const items = event?.itemIds ?? [];
  const [itemId] = items;
  return (
    <dl className="grid items-baseline grid-cols-[80px_minmax(0,1fr)] gap-x-2 gap-y-1 border-b border-line px-4 py-3 sm:grid-cols-[80px_minmax(0,1fr)_64px_minmax(0,0.86fr)]">
      {request && (
        <Fact name={t('facts.endpoint')} wide>
          <span className="mono ltr truncate" title={request.url}>
            {request.url}
          </span>
        </Fact>
      )}
      <Fact name={t('facts.delivery')}>
        <Id value={detail.id} what={t('facts.deliveryId')} />
      </Fact>
      <Fact name={t('facts.event')}>
        <Id value={detail.eventId} what={t('facts.eventId')} />
      </Fact>
      <Fact name={t('facts.number')}>
        <span className="mono ltr">{numberText(detail.phoneNumberId)}</span>
      </Fact>
      {customer && (
        <Fact name={t('facts.from')}>
          <span className="mono ltr">{readablePhone(customer)}</span>
        </Fact>
      )}
      {itemId && (
        <Fact name={t('facts.messageId')} wide>
          <Id value={itemId} what={t('facts.messageId')} />
          {items.length > 1 && (
            <span className="text-12 text-ink-3">{t('moreItems', { count: items.length - 1 })}</span>
          )}
        </Fact>
      )}
      <Fact name={t('facts.takenUp')} wide>
        <Ago at={detail.createdAt} />
        <span className="text-ink-3">{t(`sourceWords.${detail.source}`)}</span>
      </Fact>
    </dl>
  );
}

export function Fact({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className={classes('flex min-w-0 items-center gap-1.5 whitespace-nowrap', wide && 'sm:col-span-3')}>
        {children}
      </dd>
    </>
  );
}
