import type { ReactNode, RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { useMedia } from '../../ui/use-media.ts';
import { ListScroller, type Waiting } from '../deliveries/list-scroller.tsx';
import { EventCard, EventLine } from './event-row.tsx';
import type { EventRow } from './use-event-search.ts';

interface Props {
  rows: EventRow[];
  open: string | undefined;
  onOpen: (id: string) => void;
  onEnd: () => void;
  tail: ReactNode;
  waiting: Waiting;
  onAttention: (part: 'pointer' | 'scroll', there: boolean) => void;
  scroller: RefObject<HTMLDivElement | null>;
}

export function EventList({ rows, open, onOpen, ...scrolling }: Props) {
  const t = useTranslations('events');
  const narrow = useMedia('(max-width: 767px)');
  const compact = open !== undefined;
  const each = (event: EventRow) => ({ event, compact, open: event.id === open, onOpen });
  return (
    <ListScroller {...scrolling} rows={rows.length}>
      {narrow ? (
        <ul aria-label={t('title')}>
          {rows.map((event) => (
            <EventCard key={event.id} {...each(event)} />
          ))}
        </ul>
      ) : (
        <table className="grid-table min-w-[680px] table-fixed">
          <colgroup>
            <col />
            <col className="w-32" />
            {!compact && <col className="w-40" />}
            {!compact && <col className="w-60" />}
            <col className="w-15" />
            <col className="w-52" />
            <col className="w-29" />
          </colgroup>
          <thead className="sticky top-0 z-[1] bg-surface-2">
            <tr>
              <th>{t('columns.kind')}</th>
              <th>{t('columns.number')}</th>
              {!compact && <th>{t('columns.field')}</th>}
              {!compact && <th>{t('columns.messageId')}</th>}
              <th className="end">{t('columns.items')}</th>
              <th>{t('columns.deliveries')}</th>
              <th className="end">{t('columns.received')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((event) => (
              <EventLine key={event.id} {...each(event)} />
            ))}
          </tbody>
        </table>
      )}
    </ListScroller>
  );
}
