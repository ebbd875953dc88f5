import type { Schemas } from '@waypost/api-client';
import { keyScopes } from '@waypost/contracts';

export type Scope = Schemas['ApiKeyAnswer']['scopes'][number];
export type Kind = 'read' | 'write';
export type Area = Scope extends `${infer Name}:${string}` ? Name : never;

const partsOf = (scope: string) => scope.split(':') as [Area, Kind];

/** What keys may be given, by what it is about. */
export const areas: { area: Area; kinds: Kind[] }[] = [...new Set(keyScopes.map((scope) => partsOf(scope)[0]))].map((area) => ({
  area,
  kinds: (['read', 'write'] as const).filter((kind) => (keyScopes as string[]).includes(`${area}:${kind}`)),
}));

export const scopesOf = (area: Area, kind: Kind): Scope => `${area}:${kind}` as Scope;

/** Chosen or not any more: whoever writes reads too, since an answer shows what was written. */
export function toggled(scopes: readonly Scope[], area: Area, kind: Kind): Scope[] {
  const [read, write] = [scopesOf(area, 'read'), scopesOf(area, 'write')];
  const others = scopes.filter((scope) => scope !== read && scope !== write);
  const chosen = scopes.includes(scopesOf(area, kind));
  if (kind === 'read') return chosen ? others : [...others, read];
  return chosen ? [...others, read] : [...others, read, write];
}

/** What a key may do, an area each: `write` reads too. */
export const grants = (scopes: readonly Scope[]): { area: Area; kind: Kind }[] =>
  areas.flatMap(({ area }) => {
    if (scopes.includes(scopesOf(area, 'write'))) return { area, kind: 'write' as const };
    return scopes.includes(scopesOf(area, 'read')) ? { area, kind: 'read' as const } : [];
  });
