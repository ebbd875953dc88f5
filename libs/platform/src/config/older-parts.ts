import type { Environment, OlderParts } from './setting.ts';

/** Unset and empty are the same: compose files pass empty strings for what is not set. */
export function given(env: Environment, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = env[name]?.trim();
    if (value) return value;
  }
  return undefined;
}

export const databaseParts: OlderParts = {
  names: ['DB_HOST', 'DB_PORT', 'DB_USERNAME', 'DB_USER', 'DB_PASSWORD', 'DB_NAME', 'DB_DATABASE'],
  join(env) {
    const host = given(env, 'DB_HOST');
    if (!host) return undefined;
    const user = given(env, 'DB_USERNAME', 'DB_USER');
    const name = given(env, 'DB_NAME', 'DB_DATABASE');
    if (!user) return { missing: 'DB_USERNAME' };
    if (!name) return { missing: 'DB_NAME' };
    const login = credentials(user, given(env, 'DB_PASSWORD'));
    const port = given(env, 'DB_PORT') ?? '5432';
    return { value: `postgresql://${login}${host}:${port}/${encodeURIComponent(name)}` };
  },
};

export const redisParts: OlderParts = {
  names: ['REDIS_HOST', 'REDIS_PORT', 'REDIS_USERNAME', 'REDIS_PASSWORD', 'REDIS_DB'],
  join(env) {
    const host = given(env, 'REDIS_HOST');
    if (!host) return undefined;
    const login = credentials(given(env, 'REDIS_USERNAME') ?? '', given(env, 'REDIS_PASSWORD'));
    const port = given(env, 'REDIS_PORT') ?? '6379';
    const database = given(env, 'REDIS_DB');
    return { value: `redis://${login}${host}:${port}${database ? `/${database}` : ''}` };
  },
};

function credentials(user: string, password: string | undefined): string {
  if (!user && !password) return '';
  return `${encodeURIComponent(user)}${password ? `:${encodeURIComponent(password)}` : ''}@`;
}
