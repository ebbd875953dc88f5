import type admin from './en/admin.json';
import type deliveries from './en/deliveries.json';
import type events from './en/events.json';
import type numbers from './en/numbers.json';
import type overview from './en/overview.json';
import type projects from './en/projects.json';
import type sandbox from './en/sandbox.json';
import shell from './en/shell.json';
import type signIn from './en/sign-in.json';
import ui from './en/ui.json';

/** Words that every page needs. ICU message syntax. */
const always = { shell, ui };

/** Words that come with the page which says them. */
interface OfPages {
  admin: typeof admin;
  deliveries: typeof deliveries;
  events: typeof events;
  numbers: typeof numbers;
  overview: typeof overview;
  projects: typeof projects;
  sandbox: typeof sandbox;
  signIn: typeof signIn;
}

export type Messages = typeof always & OfPages;

/** What is known when only these words of pages have been loaded; nothing else may be asked for below them. */
export const messagesWith = (loaded: Partial<OfPages>): Messages => ({ ...always, ...loaded }) as Messages;

const catalogues: { [Name in keyof OfPages]: () => Promise<{ default: OfPages[Name] }> } = {
  admin: () => import('./en/admin.json'),
  deliveries: () => import('./en/deliveries.json'),
  events: () => import('./en/events.json'),
  numbers: () => import('./en/numbers.json'),
  overview: () => import('./en/overview.json'),
  projects: () => import('./en/projects.json'),
  sandbox: () => import('./en/sandbox.json'),
  signIn: () => import('./en/sign-in.json'),
};

export type PageWords = keyof OfPages;

export async function loadWords(names: PageWords[]): Promise<Messages> {
  const loaded = await Promise.all(names.map(async (name) => [name, (await catalogues[name]()).default] as const));
  return messagesWith(Object.fromEntries(loaded));
}

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages;
    Locale: 'en';
  }
}
