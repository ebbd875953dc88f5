import { Link } from '@tanstack/react-router';
import { memo, type MouseEvent } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';
import { Ago, Clock } from '../../ui/time.tsx';
import { useKindText, useNumberText } from '../deliveries/marks.tsx';
import { DeliveryCounts } from './delivery-counts.tsx';
import type { EventRow } from './use-event-search.ts';

interface Props {
  event: EventRow;
  open: boolean;
  /** Without field and message id. */
  compact: boolean;
  onOpen: (id: string) => void;
}

/** Anywhere on a row opens it, unless something in it was meant. */
const meansRow = (event: MouseEvent<HTMLElement>) =>
  !(event.target as HTMLElement).closest('a, button') && getSelection()?.isCollapsed !== false;
/** Meta's ids begin alike: their ends tell them apart. */
const ends = (id: string | undefined) => (id && id.length > 24 ? `${id.slice(0, 6)}…${id.slice(-17)}` : id);
const openSearch = (id: string) => (before: object) => ({ ...before, event: id });

export const EventLine = memo(function EventLine({ event, open, compact, onOpen }: Props) {
  const format = useFormatter();
  const kindText = useKindText();
  const numberText = useNumberText();
  const { id, kinds, phoneNumberId, fields, items, itemIds, receivedAt, deliveryCounts } = event;
  return (
    <tr
      data-row={id}
      aria-selected={open}
      onClick={(click) => meansRow(click) && onOpen(id)}
      className="has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-focus"
    >
      <td>
        <Link
          to="/events"
          search={openSearch(id)}
          resetScroll={false}
          preload={false}
          data-open={id}
          className="font-mid outline-none"
        >
          {kindText(kinds)}
        </Link>
      </td>
      <td>
        <span className="mono ltr">{numberText(phoneNumberId)}</span>
      </td>
      {!compact && <td dir="auto" className="aligned text-ink-2">{fields.join(', ')}</td>}
      {!compact && (
        <td className="text-ink-2">
          <span className="mono ltr aligned block truncate" title={itemIds[0]}>
            {ends(itemIds[0])}
          </span>
        </td>
      )}
      <td className="end text-ink-2">{format.number(items)}</td>
      <td>
        <DeliveryCounts counts={deliveryCounts} />
      </td>
      <td className="end text-ink-2">
        <Clock at={receivedAt} />
      </td>
    </tr>
  );
});

/** The same on two lines, for phones. */
export const EventCard = memo(function EventCard({ event, open, onOpen }: Props) {
  const t = useTranslations('events');
  const kindText = useKindText();
  const numberText = useNumberText();
  const { id, kinds, phoneNumberId, items, receivedAt, deliveryCounts } = event;
  return (
    <li
      data-row={id}
      onClick={(click) => meansRow(click) && onOpen(id)}
      className={classes('border-b border-line px-4', open && 'bg-brand-soft')}
    >
      <Link
        to="/events"
        search={openSearch(id)}
        resetScroll={false}
        preload={false}
        data-open={id}
        className="grid gap-0.5 py-2.5"
      >
        <span className="flex items-center gap-2">
          <span className="min-w-0 truncate font-mid">{kindText(kinds)}</span>
          {items > 1 && <span className="num text-12 text-ink-3">{t('items', { count: items })}</span>}
          <span className="ms-auto text-12 text-ink-3">
            <Ago at={receivedAt} />
          </span>
        </span>
        <span className="flex items-center gap-2 text-12 text-ink-2">
          <DeliveryCounts counts={deliveryCounts} />
          <span className="mono ltr ms-auto">{numberText(phoneNumberId)}</span>
        </span>
      </Link>
    </li>
  );
});
