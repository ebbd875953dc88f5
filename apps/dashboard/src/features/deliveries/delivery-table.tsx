import type { ReactNode, RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Checkbox } from '../../ui/field.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { DeliveryCard, DeliveryRow } from './delivery-row.tsx';
import { ListScroller, type Waiting } from './list-scroller.tsx';
import type { Delivery } from './use-delivery-list.ts';
import type { Selection } from './use-selection.ts';

interface Props {
  rows: Delivery[];
  open: string | undefined;
  /** Without the column of projects: there is one only, or no room. */
  compact: boolean;
  selection: Selection;
  onOpen: (id: string) => void;
  onEnd: () => void;
  tail: ReactNode;
  waiting: Waiting;
  onAttention: (part: 'pointer' | 'scroll', there: boolean) => void;
  scroller: RefObject<HTMLDivElement | null>;
}

export function DeliveryTable({ rows, open, compact, selection, onOpen, ...scrolling }: Props) {
  const t = useTranslations('deliveries');
  const narrow = useMedia('(max-width: 767px)');
  const each = (delivery: Delivery) => ({
    delivery,
    compact,
    onOpen,
    open: delivery.id === open,
    ticked: selection.has(delivery.id),
    onTick: selection.toggle,
  });
  return (
    <ListScroller {...scrolling} rows={rows.length}>
      {narrow ? (
        <ul aria-label={t('title')}>
          {rows.map((delivery) => (
            <DeliveryCard key={delivery.id} {...each(delivery)} />
          ))}
        </ul>
      ) : (
        <table className="grid-table min-w-[680px] table-fixed">
          <Columns compact={compact} />
          <thead className="sticky top-0 z-[1] bg-surface-2">
            <tr>
              <th>
                <Checkbox
                  className="align-middle"
                  checked={selection.all}
                  mixed={selection.chosen.length > 0 && !selection.all}
                  onChange={selection.toggleAll}
                  aria-label={t('tickAll')}
                />
              </th>
              <th>{t('columns.state')}</th>
              <th>{t('columns.event')}</th>
              {!compact && <th>{t('columns.project')}</th>}
              <th>{t('columns.number')}</th>
              <th className="end">{t('columns.attempts')}</th>
              <th>{t('columns.answer')}</th>
              <th className="end">{t('columns.ms')}</th>
              <th className="end">{t('columns.lastTried')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((delivery) => (
              <DeliveryRow key={delivery.id} {...each(delivery)} />
            ))}
          </tbody>
        </table>
      )}
    </ListScroller>
  );
}

function Columns({ compact }: { compact: boolean }) {
  return (
    <colgroup>
      <col className="w-10" />
      <col className="w-26" />
      <col />
      {!compact && <col className="w-40" />}
      <col className="w-31" />
      <col className="w-16" />
      <col className="w-19" />
      <col className="w-15" />
      <col className="w-29" />
    </colgroup>
  );
}
