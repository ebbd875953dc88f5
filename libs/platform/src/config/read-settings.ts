import { given } from './older-parts.ts';
import type { Environment, Setting } from './setting.ts';
import { settingsTable } from './settings-table.ts';

type Camel<Name extends string> = Name extends `${infer First}_${infer Rest}`
  ? `${Lowercase<First>}${Capitalize<Camel<Rest>>}`
  : Lowercase<Name>;
type KeyOf<Name extends string> = Camel<Name extends `WAYPOST_${infer Rest}` ? Rest : Name>;

/** All settings, each of its own type: `DATABASE_URL` as `databaseUrl`, `WAYPOST_DATA_DIR` as `dataDir`. */
export type Settings = {
  readonly [Name in keyof typeof settingsTable as KeyOf<Name>]: (typeof settingsTable)[Name] extends Setting<
    infer Value
  >
    ? Value
    : never;
};

/** The message has one sentence for each wrong setting, and never the value of a secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Throws SettingsError, which names every wrong setting at once. */
export function readSettings(env: Environment): Settings {
  const values: Record<string, unknown> = {};
  const complaints: string[] = [];
  for (const [name, setting] of Object.entries<Setting<unknown>>(settingsTable)) {
    const found = find(env, name, setting);
    if (!found) values[name] = setting.follows ? followed(setting, values[setting.follows]) : setting.default;
    else if ('complaint' in found) complaints.push(found.complaint);
    else {
      values[name] = setting.parse(found.raw);
      if (values[name] === undefined) complaints.push(complaint(found.source, found.raw, setting));
    }
  }
  if (complaints.length > 0) throw new SettingsError(complaints.join('\n'));
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [keyOf(name), value])) as Settings;
}

function followed({ following }: Setting<unknown>, value: unknown): unknown {
  return following ? following(value) : value;
}

function keyOf(name: string): string {
  const words = name.replace(/^WAYPOST_/, '').toLowerCase();
  return words.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

export function loadSettings(): Settings {
  return readSettings(process.env);
}

type Found = { source: string; raw: string } | { complaint: string };

/** The newest name wins: a setting of today over its older names, those over older parts. */
function find(env: Environment, name: string, setting: Setting<unknown>): Found | undefined {
  for (const source of [name, ...setting.olderNames]) {
    const raw = given(env, source);
    if (raw) return { source: source === name ? name : `${source} (an older name of ${name})`, raw };
  }
  const joined = setting.olderParts?.join(env);
  if (!joined) return undefined;
  const [firstPart] = setting.olderParts?.names ?? [];
  if ('missing' in joined) {
    return {
      complaint: `${joined.missing} is missing beside ${firstPart}: add it, or give ${name} instead.`,
    };
  }
  return { source: `What ${firstPart} and its companions make for ${name}`, raw: joined.value };
}

function complaint(source: string, raw: string, setting: Setting<unknown>): string {
  const seen = setting.secret ? '' : `, not "${raw}"`;
  const hint = setting.hint ? `; ${setting.hint}` : '';
  return `${source} must be ${setting.kind}${seen}${hint}.`;
}
