import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { holdStill, sameRows, strays } from './hold-still.ts';

/** Further back filters lead sooner than scrolling. */
const MOST_PAGES = 20;
/** More than come between two readings at 200 a second. */
const AT_ONCE = 100;

interface Page<Row> {
  data: Row[];
  nextCursor: string | null;
}
interface Read<Row> {
  data?: Page<Row>;
  error?: unknown;
}

interface Input<Row> {
  /** Of the API; the live stream finds the list by it. */
  path: string;
  filter: object;
  read: (page: { limit: number; cursor?: string }, signal: AbortSignal) => Promise<Read<Row>>;
  /** Somebody is at the list: nothing may move. */
  held: boolean;
}

/** A list by keyset pages that is read again whenever something has changed, and stands still while it is held. */
export function useLiveList<Row extends { id: string }>({ path, filter, read, held }: Input<Row>) {
  const query = useInfiniteQuery({
    queryKey: ['get', path, filter, 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const { data, error } = await read({ limit: AT_ONCE, cursor: pageParam }, signal);
      if (!data) throw error;
      return data;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page, pages) =>
      pages.length < MOST_PAGES ? (page.nextCursor ?? undefined) : undefined,
    placeholderData: keepPreviousData,
  });
  const fresh = useMemo(() => query.data?.pages.flatMap((page) => page.data), [query.data]);
  const asked = JSON.stringify(filter);
  return {
    ...query,
    fresh,
    asked,
    ...useStillness({ fresh, held, of: query.isPlaceholderData ? null : asked }),
  };
}

interface Stillness<Row> {
  fresh: Row[] | undefined;
  held: boolean;
  /** Whose rows they are; null while they are still those of the question before. */
  of: string | null;
}

function useStillness<Row extends { id: string }>({ fresh, held, of }: Stillness<Row>) {
  const [kept, setKept] = useState<{ of: string | null; rows: Row[] }>({ of: null, rows: [] });
  const rows = fresh ?? [];
  const holds = held && kept.of === of && kept.rows.length > 0;
  const next = holds ? holdStill(kept.rows, rows) : { rows, waiting: 0 };
  if (fresh && of !== null && (kept.of !== of || !sameRows(kept.rows, next.rows)))
    setKept({ of, rows: next.rows });
  /** Shows what waits. */
  const letIn = () => setKept({ of, rows });
  /** `gone`: the ends of what is shown and matches no more. */
  return {
    rows: next.rows,
    waiting: next.waiting,
    letIn,
    gone: holds && fresh ? strays(kept.rows, rows) : null,
  };
}
