import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '@waypost/api-client';
import { api } from './client.ts';

interface Read<Row> {
  data?: { data: Row[]; nextCursor: string | null };
  error?: unknown;
}

/** All pages of a list that a page shows as a whole: what a tenant has set up, not what came in. */
async function everyPage<Row>(read: (query: { limit: number; cursor?: string }) => Promise<Read<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const { data, error } = await read({ limit: 200, cursor });
    if (!data) throw error;
    rows.push(...data.data);
    cursor = data.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

// The keys begin like those of `$api`, so that the live stream finds them by their path.
const key = <Path extends string>(path: Path) => ['get', path, 'all'] as const;
const byName = <Row>(name: (row: Row) => string) => (a: Row, b: Row) => name(a).localeCompare(name(b), undefined, { numeric: true });

export type Account = Schemas['BusinessAccountAnswer'];
export type App = Schemas['AppAnswer'];
export type PhoneNumber = Schemas['PhoneNumberAnswer'];
export type Project = Schemas['ProjectAnswer'];
export type Mapping = Schemas['MappingAnswer'];

export const useAccounts = () =>
  useQuery({
    queryKey: key('/api/v1/business-accounts'),
    queryFn: ({ signal }) => everyPage<Account>((query) => api.GET('/api/v1/business-accounts', { params: { query }, signal })),
    select: (rows) => rows.toSorted(byName((row) => row.name)),
  });

export const useApps = () =>
  useQuery({
    queryKey: key('/api/v1/apps'),
    queryFn: ({ signal }) => everyPage<App>((query) => api.GET('/api/v1/apps', { params: { query }, signal })),
    select: (rows) => rows.toSorted(byName((row) => row.name)),
  });

export const useNumbers = () =>
  useQuery({
    queryKey: key('/api/v1/phone-numbers'),
    queryFn: ({ signal }) => everyPage<PhoneNumber>((query) => api.GET('/api/v1/phone-numbers', { params: { query }, signal })),
    select: (rows) => rows.toSorted(byName((row) => row.displayName)),
  });

export const useProjects = () =>
  useQuery({
    queryKey: key('/api/v1/projects'),
    queryFn: ({ signal }) => everyPage<Project>((query) => api.GET('/api/v1/projects', { params: { query }, signal })),
    select: (rows) => rows.toSorted(byName((row) => row.name)),
  });

export const useMappings = () =>
  useQuery({
    queryKey: key('/api/v1/mappings'),
    queryFn: ({ signal }) => everyPage<Mapping>((query) => api.GET('/api/v1/mappings', { params: { query }, signal })),
  });

export type TeamMember = Schemas['TeamMemberView'];
export type TeamInvite = Schemas['InviteView'];
export type ApiKey = Schemas['ApiKeyAnswer'];

/** Longest there first. */
export const useTeam = (enabled = true) =>
  useQuery({
    queryKey: key('/api/v1/team'),
    queryFn: ({ signal }) => everyPage<TeamMember>((query) => api.GET('/api/v1/team', { params: { query }, signal })),
    enabled,
  });

/** Newest first. */
export const useInvites = (enabled = true) =>
  useQuery({
    queryKey: key('/api/v1/team/invites'),
    queryFn: ({ signal }) => everyPage<TeamInvite>((query) => api.GET('/api/v1/team/invites', { params: { query }, signal })),
    enabled,
  });

/** Newest first. */
export const useApiKeys = () =>
  useQuery({
    queryKey: key('/api/v1/api-keys'),
    queryFn: ({ signal }) => everyPage<ApiKey>((query) => api.GET('/api/v1/api-keys', { params: { query }, signal })),
  });
