import { Link } from '@tanstack/react-router';
import { memo, type MouseEvent } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';
import { Checkbox } from '../../ui/field.tsx';
import { Ago, Clock } from '../../ui/time.tsx';
import { Answer, StateMark, useKindText, useNumberText } from './marks.tsx';
import type { Delivery } from './use-delivery-list.ts';

export interface RowProps {
  delivery: Delivery;
  open: boolean;
  /** Without the project. */
  compact: boolean;
  ticked: boolean;
  onTick: (id: string) => void;
  onOpen: (id: string) => void;
}

/** Anywhere on a row opens it, unless something in it was meant. */
const meansRow = (event: MouseEvent<HTMLElement>) =>
  !(event.target as HTMLElement).closest('a, button, input, label') && getSelection()?.isCollapsed !== false;

const openSearch = (id: string) => (before: object) => ({ ...before, delivery: id });

export const DeliveryRow = memo(function DeliveryRow({
  delivery,
  compact,
  open,
  ticked,
  onTick,
  onOpen,
}: RowProps) {
  const t = useTranslations('deliveries');
  const format = useFormatter();
  const kindText = useKindText();
  const numberText = useNumberText();
  const { id, state, kinds, phoneNumberId, attempts, lastDurationMs, lastTriedAt, projectName } = delivery;
  return (
    <tr
      data-row={id}
      aria-selected={open}
      onClick={(event) => meansRow(event) && onOpen(id)}
      className="has-[a:focus-visible]:outline-2 has-[a:focus-visible]:-outline-offset-2 has-[a:focus-visible]:outline-focus"
    >
      <td>
        <Checkbox
          className="align-middle"
          checked={ticked}
          onChange={() => onTick(id)}
          aria-label={t('tick', { what: kindText(kinds) })}
        />
      </td>
      <td>
        <Link
          to="/deliveries"
          search={openSearch(id)}
          resetScroll={false}
          preload={false}
          data-open={id}
          className="inline-flex align-middle outline-none"
        >
          <StateMark state={state} />
        </Link>
      </td>
      <td>
        {kindText(kinds)}{' '}
        {delivery.source !== 'live' && (
          <span className="text-12 text-ink-3">{t(`sources.${delivery.source}`)}</span>
        )}
      </td>
      {!compact && <td dir="auto" className="aligned text-ink-2">{projectName}</td>}
      <td>
        <span className="mono ltr">{numberText(phoneNumberId)}</span>
      </td>
      <td className="end text-ink-2">{format.number(attempts)}</td>
      <td>
        <Answer delivery={delivery} />
      </td>
      <td className="end text-ink-2">{lastDurationMs === null ? '' : format.number(lastDurationMs)}</td>
      <td className="end text-ink-2">
        {lastTriedAt ? <Clock at={lastTriedAt} /> : <span className="text-ink-3">{t('notTried')}</span>}
      </td>
    </tr>
  );
});

/** The same on two lines, for phones. */
export const DeliveryCard = memo(function DeliveryCard({ delivery, open, ticked, onTick, onOpen }: RowProps) {
  const t = useTranslations('deliveries');
  const kindText = useKindText();
  const numberText = useNumberText();
  const { id, state, kinds, phoneNumberId, lastTriedAt, createdAt, projectName } = delivery;
  return (
    <li
      data-row={id}
      onClick={(event) => meansRow(event) && onOpen(id)}
      className={classes(
        'flex gap-1 border-b border-line pe-4 [contain-intrinsic-size:auto_60px] [content-visibility:auto]',
        open && 'bg-brand-soft',
      )}
    >
      <label className="grid size-11 shrink-0 place-items-center">
        <Checkbox
          checked={ticked}
          onChange={() => onTick(id)}
          aria-label={t('tick', { what: kindText(kinds) })}
        />
      </label>
      <Link
        to="/deliveries"
        search={openSearch(id)}
        resetScroll={false}
        preload={false}
        data-open={id}
        className="grid min-w-0 flex-1 gap-0.5 py-2.5"
      >
        <span className="flex items-center gap-2">
          <StateMark state={state} />
          <span className="min-w-0 truncate text-ink-2">{kindText(kinds)}</span>
          <span className="ms-auto text-12 text-ink-3">
            <Ago at={lastTriedAt ?? createdAt} />
          </span>
        </span>
        <span className="flex items-center gap-2 text-12 text-ink-3">
          <span className="min-w-0 truncate">{t('cardLine', { project: projectName })}</span>
          <span className="mono ltr">{numberText(phoneNumberId)}</span>
          <span className="ms-auto">
            <Answer delivery={delivery} />
          </span>
        </span>
      </Link>
    </li>
  );
});
