import type { Setting } from '../../libs/platform/src/config/setting.ts';

type Table = Readonly<Record<string, Setting<unknown>>>;
type Entry = [name: string, setting: Setting<unknown>];

/** `.env.example`: every setting, commented out, with its default. */
export function renderEnvExample(table: Table): string {
  const lines = [
    '# Settings of Waypost. All are optional: copy this file to .env and uncomment what you need.',
    '# Made by "node tools/generate.mjs" from libs/platform/src/config/settings-table.ts; edit the table, not this file.',
  ];
  for (const [group, entries] of byGroup(table)) {
    lines.push('', `# --- ${group} ---`);
    for (const [name, setting] of entries) {
      lines.push('', ...wrap(setting.description), `# ${name}=${exampleValue(setting)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** `docs/settings.md`: the reference page. */
export function renderSettingsPage(table: Table): string {
  const lines = [
    '# Settings',
    '',
    '<!-- Made by "node tools/generate.mjs" from libs/platform/src/config/settings-table.ts; edit the table, not this file. -->',
    '',
    'Waypost reads its settings from the environment; `.env.example` has them all to copy from. Every one is optional. ' +
      'A wrong value stops the start with one sentence that names the setting. An empty value counts as not set. ' +
      'Where a setting has older names, they are accepted as long as the setting itself is not given.',
    '',
    'Several machines that share a database need the same `ENCRYPTION_KEY`, since the key which ' +
      'Waypost makes by itself stays in the data folder of one machine.',
  ];
  for (const [group, entries] of byGroup(table)) {
    lines.push('', `## ${group}`, '', '| Setting | Value | Default | What it does |', '|---|---|---|---|');
    for (const entry of entries) lines.push(row(entry));
  }
  return `${lines.join('\n')}\n`;
}

function row([name, setting]: Entry): string {
  const older = [...setting.olderNames, ...(setting.olderParts?.names ?? [])];
  const notes = [
    setting.description,
    ...(setting.secret ? ['Secret: never printed.'] : []),
    ...(older.length > 0 ? [`Older names: ${older.map((one) => `\`${one}\``).join(', ')}.`] : []),
  ];
  const byDefault = defaultOf(setting);
  const cells = [`\`${name}\``, plain(setting.kind), byDefault, plain(notes.join(' '))];
  return `| ${cells.join(' | ')} |`;
}

function defaultOf({ follows, following, defaultText }: Setting<unknown>): string {
  if (following) return defaultText;
  return follows ? `as \`${follows}\`` : defaultText && `\`${defaultText}\``;
}

/** Keeps Markdown from reading a table's bar or a tag in what is plain text. */
function plain(words: string): string {
  return words.replace(/[|<]/g, '\\$&');
}

function exampleValue(setting: Setting<unknown>): string {
  if (setting.follows) return '';
  return /[\s<>#]/.test(setting.defaultText) ? `"${setting.defaultText}"` : setting.defaultText;
}

function byGroup(table: Table): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of Object.entries(table)) {
    const { group } = entry[1];
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  return groups;
}

function wrap(paragraph: string): string[] {
  const lines = ['#'];
  for (const word of paragraph.split(' ')) {
    const last = lines.length - 1;
    if (`${lines[last]} ${word}`.length > 100) lines.push(`# ${word}`);
    else lines[last] += ` ${word}`;
  }
  return lines;
}
