import admin from './en/admin.json';
import deliveries from './en/deliveries.json';
import events from './en/events.json';
import numbers from './en/numbers.json';
import overview from './en/overview.json';
import projects from './en/projects.json';
import sandbox from './en/sandbox.json';
import shell from './en/shell.json';
import signIn from './en/sign-in.json';
import ui from './en/ui.json';

/** Every word on screen, by page. ICU message syntax. */
export const messages = { admin, deliveries, events, numbers, overview, projects, sandbox, shell, signIn, ui };

declare module 'use-intl' {
  interface AppConfig {
    Messages: typeof messages;
    Locale: 'en';
  }
}
