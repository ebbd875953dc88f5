import { type ReactNode, useEffect, useRef } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { Initials } from '../../shell/initials.tsx';
import { Select } from '../../ui/field.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { Bubble } from './bubble.tsx';
import type { SandboxNumber } from './use-sandbox.ts';
import type { Entry, Outcome } from './use-thread.ts';

interface Props {
  numbers: SandboxNumber[];
  number: SandboxNumber;
  onNumber: (phoneNumberId: string) => void;
  entries: Entry[];
  chosen: string | undefined;
  onChoose: (webhookId: string) => void;
  onSettled: (entryId: string, webhookId: string, outcome: Outcome) => void;
  composer: ReactNode;
}

/** The customer's phone: what was sent from here, to one number of the business. */
export function Phone({ numbers, number, onNumber, entries, chosen, onChoose, onSettled, composer }: Props) {
  const t = useTranslations('sandbox');
  const format = useFormatter();
  const now = useNow({ updateInterval: 10_000 });
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    end.current?.scrollTo({ top: end.current.scrollHeight });
  }, [entries.length]);
  return (
    <div className="h-[min(724px,calc(100dvh-200px))] min-h-120 w-full rounded-[36px] border border-line-2 bg-surface-3 p-[9px]">
      <div className="flex h-full flex-col overflow-hidden rounded-[28px] border border-line-2 bg-thread">
        <div aria-hidden className="num flex h-[30px] shrink-0 items-center justify-between bg-surface-1 px-6 pt-1 text-12 font-strong">
          {format.dateTime(now, { hour: '2-digit', minute: '2-digit', hour12: false })}
          <span className="h-2.5 w-5 rounded-[3px] border-[1.5px] border-current p-px">
            <span className="block h-full w-3/4 rounded-[1px] bg-ink" />
          </span>
        </div>
        <header className="flex min-h-13 shrink-0 items-center gap-2.5 border-b border-line bg-surface-1 px-3.5 py-1.5">
          <Initials name={number.displayName} />
          <div className="min-w-0 flex-1">
            <p dir="auto" className="aligned truncate leading-4.5 font-strong">{number.displayName}</p>
            {numbers.length > 1 ? (
              <Select aria-label={t('businessNumber')} value={number.phoneNumberId} onChange={(event) => onNumber(event.target.value)} className="ltr mt-0.5 h-6! px-1! text-12 pointer-coarse:h-11!">
                {numbers.map(({ phoneNumberId, phoneNumber, displayName }) => (
                  <option key={phoneNumberId} value={phoneNumberId}>
                    {t('numberOption', { phone: phoneText(phoneNumber), name: displayName })}
                  </option>
                ))}
              </Select>
            ) : (
              <p className="truncate text-12 text-ink-2">
                {t('businessAccount')} <span className="ltr num">{phoneText(number.phoneNumber)}</span>
              </p>
            )}
          </div>
        </header>
        <div ref={end} role="region" tabIndex={0} aria-label={t('thread')} className="flex min-h-0 flex-1 flex-col overflow-y-auto p-3 outline-offset-[-3px]">
          {entries.length > 0 && (
            <ol className="mt-auto flex flex-col gap-2">
              {entries.map((entry, index) => (
                <DayAnd key={entry.id} entry={entry} before={entries[index - 1]}>
                  <Bubble entry={entry} chosen={entry.sent?.some(({ webhookId }) => webhookId !== null && webhookId === chosen) ?? false} onChoose={onChoose} onSettled={onSettled} />
                </DayAnd>
              ))}
            </ol>
          )}
          {entries.length === 0 && <p className="my-auto self-center px-4 text-center text-ink-2">{t('emptyThread', { name: number.displayName })}</p>}
        </div>
        {composer}
      </div>
    </div>
  );
}



/** Says the day where another one begins. */
function DayAnd({ entry, before, children }: { entry: Entry; before: Entry | undefined; children: ReactNode }) {
  const t = useTranslations('sandbox');
  const format = useFormatter();
  const day = (at: string | undefined) => at && new Date(at).toDateString();
  const today = useNow({ updateInterval: 60_000 }).toDateString();
  return (
    <>
      {day(entry.at) !== day(before?.at) && (
        <li className="self-center rounded-full border border-line bg-surface-1 px-2.5 text-12/5 text-ink-2">
          {day(entry.at) === today ? t('today') : format.dateTime(new Date(entry.at), { dateStyle: 'medium' })}
        </li>
      )}
      {children}
    </>
  );
}
