import type { Locale } from '@waypost/contracts';
import type admin from './en/admin.json';
import type adminPlans from './en/admin-plans.json';
import type apiKeys from './en/api-keys.json';
import type appearance from './en/appearance.json';
import type audit from './en/audit.json';
import type deliveries from './en/deliveries.json';
import type events from './en/events.json';
import type numbers from './en/numbers.json';
import type overview from './en/overview.json';
import type profile from './en/profile.json';
import type plan from './en/plan.json';
import type projects from './en/projects.json';
import type sandbox from './en/sandbox.json';
import type settings from './en/settings.json';
import type shell from './en/shell.json';
import type signIn from './en/sign-in.json';
import type team from './en/team.json';
import type ui from './en/ui.json';

/** All words, in ICU message syntax. English is the shape that the other languages have to have. */
export interface Messages {
  /** These two every page needs; the others come with the page which says them. */
  shell: typeof shell;
  ui: typeof ui;
  admin: typeof admin;
  adminPlans: typeof adminPlans;
  apiKeys: typeof apiKeys;
  appearance: typeof appearance;
  audit: typeof audit;
  deliveries: typeof deliveries;
  events: typeof events;
  numbers: typeof numbers;
  overview: typeof overview;
  profile: typeof profile;
  plan: typeof plan;
  projects: typeof projects;
  sandbox: typeof sandbox;
  settings: typeof settings;
  signIn: typeof signIn;
  team: typeof team;
}

export type Catalogue = keyof Messages;

/** How a language formats. Arabic with the digits that ids, ports and times have everywhere else on the page. */
export const tags = { en: 'en', es: 'es', ar: 'ar-u-nu-latn' } as const satisfies Record<Locale, string>;

/** What the languages call themselves. */
export const ownNames: Record<Locale, string> = { en: 'English', es: 'Español', ar: 'العربية' };

// A chunk for each language and page: only what is shown is downloaded.
const files = import.meta.glob<{ default: unknown }>('./*/*.json');
const fileOf = (locale: Locale, name: Catalogue) => `./${locale}/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`;

export async function readCatalogue<Name extends Catalogue>(locale: Locale, name: Name): Promise<Messages[Name]> {
  const read = files[fileOf(locale, name)];
  if (!read) throw new Error(`There are no words of ${name} in ${locale}.`);
  // That all languages have the same words is proven by words.spec.ts.
  return (await read()).default as Messages[Name];
}

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages;
    Locale: (typeof tags)[Locale];
  }
}
