import { type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/field.tsx';
import type { AuditSearch } from './audit-search.ts';

interface Props {
  search: AuditSearch;
  onChange: (part: AuditSearch) => void;
}

/** What was done, by whom, from which day to which. */
export function AuditFilters({ search, onChange }: Props) {
  const t = useTranslations('audit');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const text = (name: string) => String(values.get(name) ?? '').trim() || undefined;
    const since = text('since');
    const until = text('until');
    onChange({
      action: text('action'),
      actor: text('actor'),
      since: since && new Date(`${since}T00:00`).toISOString(),
      // The day that is named belongs to it.
      until: until && nextDay(until),
    });
  };
  return (
    <form onSubmit={submit} role="search" className="grid grid-cols-2 items-end gap-2 sm:flex sm:flex-wrap">
      <label className="flex min-w-0 flex-col gap-1 text-12 text-ink-2">
        {t('action')}
        <Input name="action" dir="ltr" placeholder={t('actionHint')} defaultValue={search.action ?? ''} className="mono sm:w-48" />
      </label>
      <label className="flex min-w-0 flex-col gap-1 text-12 text-ink-2">
        {t('actor')}
        <Input name="actor" dir="ltr" placeholder={t('actorHint')} defaultValue={search.actor ?? ''} className="sm:w-56" />
      </label>
      <label className="flex min-w-0 flex-col gap-1 text-12 text-ink-2">
        {t('since')}
        <Input name="since" type="date" defaultValue={dayOf(search.since)} className="sm:w-38" />
      </label>
      <label className="flex min-w-0 flex-col gap-1 text-12 text-ink-2">
        {t('until')}
        <Input name="until" type="date" defaultValue={dayBefore(search.until)} className="sm:w-38" />
      </label>
      <Button type="submit" size="md" className="max-sm:col-span-2 max-sm:justify-self-start">
        {t('filter')}
      </Button>
    </form>
  );
}

const DAY_MS = 24 * 3_600_000;

const local = (date: Date): string => new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
const dayOf = (instant: string | undefined) => (instant ? local(new Date(instant)) : '');
const dayBefore = (instant: string | undefined) => (instant ? local(new Date(new Date(instant).getTime() - DAY_MS / 2)) : '');
function nextDay(day: string): string {
  const date = new Date(`${day}T00:00`);
  date.setDate(date.getDate() + 1);
  return date.toISOString();
}
