import type { Schemas } from '@waypost/api-client';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useNow } from 'use-intl';
import { api } from '../../data/client.ts';
import { useLiveList } from '../../data/live-list.ts';
import { spanOf } from '../deliveries/delivery-filter.ts';
import type { EventSearch } from './event-search.ts';

export type EventRow = Schemas['EventView'];
export type EventChange = (patch: Partial<EventSearch>, how?: { replace?: boolean }) => void;

export const filterKeys = ['phoneNumberId', 'kind', 'field'] as const;
export type EventFilter = Pick<EventSearch, (typeof filterKeys)[number] | 'messageId' | 'since' | 'until'>;

export function useEventSearch() {
  const search = useSearch({ from: '/tenant/events' });
  const navigate = useNavigate({ from: '/events' });
  const change: EventChange = (patch, { replace = false } = {}) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace, resetScroll: false });
  const clear = () =>
    change({
      messageId: undefined,
      phoneNumberId: undefined,
      kind: undefined,
      field: undefined,
      since: undefined,
      until: undefined,
      range: undefined,
    });
  return { search, change, clear };
}

/** The filter of the list. Who asks for a message wants it found however old it is. */
export function useEventFilter({ event: _event, ...asked }: EventSearch): EventFilter {
  const key = JSON.stringify(asked);
  const now = useNow({ updateInterval: 60_000 }).getTime();
  const [chosen, setChosen] = useState({ key, at: now });
  if (chosen.key !== key) setChosen({ key, at: now });
  return useMemo(() => {
    const { range, since, until, ...sieve } = JSON.parse(chosen.key) as EventSearch;
    const timed = since ?? until ?? sieve.messageId;
    return { ...sieve, ...(timed ? { since, until } : { since: spanOf({ range }, chosen.at).since }) };
  }, [chosen]);
}

const PATH = '/api/v1/events';
export const useEventList = (filter: EventFilter, held: boolean) =>
  useLiveList<EventRow>({
    path: PATH,
    filter,
    held,
    read: (page, signal) => api.GET(PATH, { params: { query: { ...filter, ...page } }, signal }),
  });
