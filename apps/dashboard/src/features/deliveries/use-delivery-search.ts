import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useNow } from 'use-intl';
import { type DeliveryFilter, filterOf, sieveKeys, sieveOf, timesOf } from './delivery-filter.ts';
import type { DeliverySearch, DeliverySieve } from './delivery-search.ts';

export type Change = (patch: Partial<DeliverySearch>, how?: { replace?: boolean }) => void;

const cleared: Partial<DeliverySearch> = {
  ...Object.fromEntries(sieveKeys.map((key) => [key, undefined])),
  since: undefined,
  until: undefined,
};

/** What the address says, and how to change it. */
export function useDeliverySearch() {
  const search = useSearch({ from: '/tenant/deliveries' });
  const navigate = useNavigate({ from: '/deliveries' });
  const change: Change = (patch, { replace = false } = {}) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace, resetScroll: false });
  return { search, change, clear: () => change({ ...cleared, range: undefined }), cleared };
}

/** The filter of the list. A range stays where it was when it was chosen: the list grows and does not lose its end. */
export function useDeliveryFilter(search: DeliverySearch): {
  filter: DeliveryFilter;
  sieve: DeliverySieve;
  at: number;
} {
  const { delivery: _delivery, tab: _tab, ...asked } = search;
  const key = JSON.stringify(asked);
  const now = useNow({ updateInterval: 60_000 }).getTime();
  const [chosen, setChosen] = useState({ key, at: now });
  if (chosen.key !== key) setChosen({ key, at: now });
  return useMemo(() => {
    const parsed = JSON.parse(chosen.key) as DeliverySearch;
    const sieve = sieveOf(parsed);
    const { since, until } = timesOf(parsed, chosen.at);
    return {
      at: chosen.at,
      sieve,
      filter: { ...filterOf(sieve), ...(since && { since }), ...(until && { until }) },
    };
  }, [chosen]);
}
