import type { Schemas } from '@waypost/api-client';
import { useMemo } from 'react';
import { $api, api } from '../../data/client.ts';
import { useLiveList } from '../../data/live-list.ts';
import type { DeliveryFilter } from './delivery-filter.ts';

export type Delivery = Schemas['DeliveryView'];
const PATH = '/api/v1/deliveries';

/** The rows of the page. Those that match no more while the list is held still say what has become of them. */
export function useDeliveryList(filter: DeliveryFilter, held: boolean) {
  const list = useLiveList<Delivery>({
    path: PATH,
    filter,
    held,
    read: (page, signal) => api.GET(PATH, { params: { query: { ...filter, ...page } }, signal }),
  });
  const { gone, rows } = list;
  const { phoneNumberId, projectId, eventId, source } = filter;
  const query = gone && {
    phoneNumberId,
    projectId,
    eventId,
    source,
    since: gone[1].createdAt,
    until: new Date(Date.parse(gone[0].createdAt) + 1).toISOString(),
    limit: 200,
  };
  const became = $api.useQuery('get', PATH, { params: { query: query ?? {} } }, { enabled: query !== null });
  const moved = query ? became.data?.data : undefined;
  return {
    ...list,
    rows: useMemo(() => {
      if (!moved) return rows;
      const now = new Map(moved.map((row) => [row.id, row]));
      return rows.map((row) => now.get(row.id) ?? row);
    }, [rows, moved]),
  };
}
