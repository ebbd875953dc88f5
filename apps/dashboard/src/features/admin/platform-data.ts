import { keepPreviousData } from '@tanstack/react-query';
import type { Schemas } from '@waypost/api-client';
import { $api } from '../../data/client.ts';

export type Tenant = Schemas['TenantView'];
export type Queue = Schemas['QueueView'];
export type QueueName = Queue['queue'];

/** Ages grow without anything changing, so these are also read again by the clock. */
export const ticking = { refetchInterval: 5_000 };

/** Steps in the order in which data flows. */
export const useQueues = () => $api.useQuery('get', '/api/v1/system/queues/stats', {}, ticking);

export const useHealth = () => $api.useQuery('get', '/api/v1/system/health', {}, ticking);

/** Whether database and queue answer. That they do not is an answer too: it comes with status 503. */
export function useReadiness(): Schemas['ReadyView'] | undefined {
  const { data, error } = $api.useQuery('get', '/api/v1/system/health/ready', {}, { ...ticking, retry: false });
  const refused: unknown = error;
  return isReadiness(refused) ? refused : data;
}

function isReadiness(value: unknown): value is Schemas['ReadyView'] {
  return typeof value === 'object' && value !== null && 'checks' in value;
}

export interface TenantFilter {
  search?: string;
  status?: Tenant['status'];
  /** Its slug. */
  plan?: string;
}

/** The tenants that were read so far, newest first, and a way to the rest. */
export function useTenants(filter: TenantFilter = {}) {
  const pages = $api.useInfiniteQuery(
    'get',
    '/api/v1/tenants',
    { params: { query: { limit: 200, ...filter } } },
    { pageParamName: 'cursor', initialPageParam: null, getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined, placeholderData: keepPreviousData },
  );
  return { ...pages, tenants: pages.data?.pages.flatMap(({ data }) => data) };
}

/** One tenant with plan, usage and administrators. */
export const useTenant = (id: string) => $api.useQuery('get', '/api/v1/tenants/{id}', { params: { path: { id } } });

/** What stands still until an operator acts: what nobody holds, and what could not be split. */
export function useKeptAside() {
  const query = { params: { query: { limit: 200 } } };
  const unclaimed = $api.useQuery('get', '/api/v1/system/unclaimed', query);
  const quarantine = $api.useQuery('get', '/api/v1/system/quarantine', query);
  return {
    subjects: unclaimed.data?.data ?? [],
    bodies: quarantine.data?.data ?? [],
    isPending: unclaimed.isPending || quarantine.isPending,
    error: unclaimed.error ?? quarantine.error,
    refetch: () => Promise.all([unclaimed.refetch(), quarantine.refetch()]),
  };
}

export interface TenantFigures {
  numbers: number;
  projects: number;
  received24h: number;
  waiting: number;
  failed: number;
}

/** By tenant; of none when they cannot be read. */
export function useFigures(): Map<string, TenantFigures> | undefined {
  const { data, error } = $api.useQuery('get', '/api/v1/tenants/figures', {}, { ...ticking, refetchInterval: 15_000 });
  return data || error ? new Map(data?.data.map((figures) => [figures.id, figures])) : undefined;
}

const noFigures: TenantFigures = { numbers: 0, projects: 0, received24h: 0, waiting: 0, failed: 0 };

/** Whether mails go out. */
export const useMail = () => $api.useQuery('get', '/api/v1/system/mail', {}, ticking);

/** Those in trouble first: held, then by what failed and waits. */
export function byTrouble(tenants: Tenant[], figures: Map<string, TenantFigures> | undefined): Tenant[] {
  const of = ({ id }: Tenant) => figures?.get(id) ?? noFigures;
  return tenants.toSorted(
    (one, other) =>
      Number(other.status !== 'active') - Number(one.status !== 'active') ||
      of(other).failed - of(one).failed ||
      of(other).waiting - of(one).waiting ||
      of(other).received24h - of(one).received24h,
  );
}
