import type { Schemas } from '@waypost/api-client';
import { useEffect, useRef, useState } from 'react';
import { api, type Problem, problemOf } from '../../data/client.ts';

export interface Customer {
  phone?: string;
  userId?: string;
}

/** All that is kept about a customer, as it is handed out. */
export type Kept = Omit<Schemas['CustomerExportView'], 'nextCursor'>;

interface Search {
  customer: Customer;
  kept: Kept;
  done: boolean;
}

/** Goes through all that is kept, a bounded part at a time. Holds it no longer than it is shown. */
export function useCustomer() {
  const [search, setSearch] = useState<Search>();
  const [problem, setProblem] = useState<Problem>();
  const running = useRef<AbortController>(null);
  const stop = () => {
    running.current?.abort();
    running.current = null;
  };
  useEffect(() => stop, []);

  const walk = async (customer: Customer, signal: AbortSignal) => {
    let kept: Kept = { numbers: [], userIds: [], data: [] };
    let cursor: string | undefined;
    do {
      // A user id that was found on the way finds what came in without a number.
      const { data, error } = await api.POST('/api/v1/privacy/export', {
        body: { ...customer, userId: customer.userId ?? kept.userIds[0], cursor },
        signal,
      });
      if (error) throw error;
      kept = { numbers: union(kept.numbers, data.numbers), userIds: union(kept.userIds, data.userIds), data: [...kept.data, ...data.data] };
      cursor = data.nextCursor ?? undefined;
      if (!signal.aborted) setSearch({ customer, kept, done: cursor === undefined });
    } while (cursor !== undefined && !signal.aborted);
  };

  const start = (customer: Customer) => {
    stop();
    const controller = new AbortController();
    running.current = controller;
    setProblem(undefined);
    setSearch({ customer, kept: { numbers: [], userIds: [], data: [] }, done: false });
    walk(customer, controller.signal).catch((error: unknown) => {
      if (controller.signal.aborted) return;
      setSearch(undefined);
      setProblem(problemOf(error));
    });
  };
  const forget = () => {
    stop();
    setSearch(undefined);
    setProblem(undefined);
  };
  return { search, problem, start, forget };
}

const union = (one: string[], other: string[]): string[] => [...new Set([...one, ...other])];

/** Hands it to the browser as a file. */
export function download(kept: Kept): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(kept, null, 2)], { type: 'application/json' }));
  // Whom it is about stands in the file, and not in its name.
  link.download = `customer-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
