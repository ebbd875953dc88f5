import type { Schemas } from '@waypost/api-client';
import { CircleCheck, CircleX } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';
import type { DeliveryDetail } from './delivery-pane.tsx';
import { useUntil } from './next-attempt.tsx';
import { errorWord } from './words.ts';

export type Attempt = Schemas['AttemptView'];
const QUOTED = 160;

interface Props {
  detail: DeliveryDetail;
  open: Attempt | undefined;
  onOpen: (number: number) => void;
}

/** Newest first; the coming one dashed above them. */
export function AttemptList({ detail, open, onOpen }: Props) {
  const t = useTranslations('deliveries');
  const { attempts, attemptLimit, log } = detail;
  const coming = (detail.state === 'waiting' || detail.state === 'pending') && detail.nextAttemptAt;
  return (
    <section className="border-b border-line px-4 pt-2 pb-3">
      <h3 className="flex items-center gap-2 py-1 font-strong">
        {t('attempts')}
        <span className="num text-12 font-text text-ink-3">
          {attempts > attemptLimit
            ? t('attemptsBeyond', { attempts })
            : t('attemptsOf', { attempts, limit: attemptLimit })}
        </span>
      </h3>
      <ol>
        {coming && <Coming at={coming} number={attempts + 1} last={log.length === 0} />}
        {detail.state === 'delivering' && <UnderWay number={attempts + 1} last={log.length === 0} />}
        {log.toReversed().map((attempt, index) => (
          <Tried
            key={attempt.number}
            attempt={attempt}
            open={attempt === open}
            last={index === log.length - 1}
            onOpen={() => onOpen(attempt.number)}
          />
        ))}
        {log.length === 0 && !coming && detail.state !== 'delivering' && (
          <li className="py-1 text-ink-3">{t('noAttempts')}</li>
        )}
      </ol>
    </section>
  );
}

const line =
  'relative grid min-h-7 grid-cols-[16px_84px_minmax(0,1fr)_auto] items-start gap-2 px-2 py-1 text-start num';
const joint =
  'after:absolute after:start-[15.25px] after:top-[26px] after:-bottom-1 after:w-[1.5px] after:bg-line-2';

function Coming({ at, number, last }: { at: string; number: number; last: boolean }) {
  const t = useTranslations('deliveries');
  const format = useFormatter();
  const left = useUntil()(at);
  return (
    <li
      className={classes(
        '-mx-2',
        line,
        !last &&
          'after:absolute after:start-[15.25px] after:top-[26px] after:-bottom-1 after:border-s-[1.5px] after:border-dashed after:border-line-3',
      )}
    >
      <span className="m-0.5 mt-1 size-3 rounded-full border-[1.5px] border-dashed border-ink-3" />
      <span className="truncate text-12 leading-5 text-ink-2">{left ? t('inTime', { left }) : t('due')}</span>
      <span className="text-ink-2">{t('nthAttempt', { n: number })}</span>
      <span className="mono ltr leading-5 text-ink-3">
        {format.dateTime(new Date(at), {
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
          hour12: false,
        })}
      </span>
    </li>
  );
}

function UnderWay({ number, last }: { number: number; last: boolean }) {
  const t = useTranslations('deliveries');
  return (
    <li className={classes('-mx-2', line, !last && joint)}>
      <span className="m-0.5 mt-1 size-3 animate-spin rounded-full border-[1.5px] border-brand border-e-transparent" />
      <span className="text-12 leading-5 text-ink-2">{t('nowTrying')}</span>
      <span className="text-ink-2">{t('nthAttempt', { n: number })}</span>
    </li>
  );
}

interface TriedProps {
  attempt: Attempt;
  open: boolean;
  last: boolean;
  onOpen: () => void;
}

function Tried({ attempt, open, last, onOpen }: TriedProps) {
  const t = useTranslations('deliveries');
  const format = useFormatter();
  const { startedAt, durationMs, error, response } = attempt;
  const Icon = error === null ? CircleCheck : CircleX;
  const said = response.replaceAll(/\s+/g, ' ').trim();
  const at = new Date(startedAt);
  return (
    <li className="-mx-2">
      <button
        type="button"
        aria-expanded={open}
        onClick={onOpen}
        className={classes(
          line,
          'w-full rounded-2 pointer-coarse:min-h-11',
          open ? 'bg-surface-2' : 'hover:bg-surface-2',
          !last && joint,
        )}
      >
        <Icon
          aria-hidden
          className={classes('mt-0.5 size-4', error === null ? 'text-ok' : 'text-bad')}
          strokeWidth={1.5}
        />
        <time
          dateTime={startedAt}
          title={format.dateTime(at, { dateStyle: 'medium', timeStyle: 'long' })}
          className="mono ltr leading-5"
        >
          {format.dateTime(at, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })}
        </time>
        <span className="min-w-0">
          <span className={classes('block', open && 'font-mid')}>
            <AttemptTitle attempt={attempt} />
          </span>
          {open && (error !== null || said !== '') && (
            <span className="mt-0.5 block text-12 break-words text-ink-2">
              {error}{' '}
              {said !== '' &&
                error !== null &&
                t('itSaid', { text: said.length > QUOTED ? `${said.slice(0, QUOTED)}…` : said })}
            </span>
          )}
        </span>
        <span className="mono leading-5 text-ink-2">{t('ms', { ms: durationMs })}</span>
      </button>
    </li>
  );
}

/** "503 Service Unavailable", or why there was no answer. */
export function AttemptTitle({ attempt: { status, error } }: { attempt: Attempt }) {
  const t = useTranslations('deliveries');
  if (status !== null) {
    const name = String(status) as '200';
    return (
      <span className="ltr">
        {t.has(`statusNames.${name}`) ? t('statusNamed', { status, name: t(`statusNames.${name}`) }) : status}
      </span>
    );
  }
  return t(`errorTitles.${errorWord(error ?? '')}`);
}
