import type { Controlled } from './control.ts';
import { html, Html } from './html.ts';
import { customerPart, destinationsPart, mailsPart, postedPart } from './page-parts.ts';

const style = new Html(`
  :root {
    color-scheme: light dark;
    --page: #fff; --panel: #f6f7f9; --line: #d5d9e0; --text: #16191f; --quiet: #545b69;
    --good: #0a6b34; --bad: #b3261e; --accent: #00707c; --on-accent: #fff;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --page: #14171c; --panel: #1c2027; --line: #363c47; --text: #e6e9ef; --quiet: #a3abba;
      --good: #6fd196; --bad: #ff9087; --accent: #5cc8d4; --on-accent: #06282c;
    }
  }
  * { box-sizing: border-box; }
  body { font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 68rem; margin: 1.5rem auto 4rem; padding: 0 1rem; }
  h1 { font-size: 1.4rem; margin: 0; }
  h2 { font-size: 1.1rem; margin: 2.5rem 0 .5rem; scroll-margin-top: 1rem; }
  h3 { font-size: 1rem; margin: 0; }
  a { color: var(--accent); }
  nav { display: flex; gap: 1rem; flex-wrap: wrap; margin: .75rem 0; }
  form.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; align-items: end; }
  .row { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
  .row form { display: flex; gap: .5rem; align-items: center; } .end { margin-inline-start: auto; }
  label { display: grid; gap: .25rem; font-size: .9rem; color: var(--quiet); }
  input, select, button { font: inherit; color: var(--text); background: var(--page); padding: .4rem .6rem; border: 1px solid var(--line); border-radius: 6px; min-width: 0; }
  button { cursor: pointer; } button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  section.panel { border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; margin: .75rem 0; background: var(--panel); }
  .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; margin-top: .5rem; }
  th { color: var(--quiet); font-weight: 500; } th, td { text-align: start; padding: .35rem .75rem .35rem 0; border-top: 1px solid var(--line); vertical-align: top; white-space: nowrap; }
  td.body { white-space: normal; width: 100%; } summary { cursor: pointer; }
  code, pre { font: 13px/1.45 ui-monospace, monospace; overflow-wrap: anywhere; } pre { white-space: pre-wrap; margin: .5rem 0; }
  iframe.mail { width: 100%; height: 26rem; margin-top: .5rem; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
  .quiet { color: var(--quiet); } .good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; }
  [role=status] { border-inline-start: 4px solid var(--accent); background: var(--panel); padding: .5rem .75rem; }
`);

/** The page at `/`: a form that writes as a customer, what the hub answered, what arrived where, and its mails. */
export function page(controlled: Controlled, notice: string | null): string {
  const { apps, destinations, mails, mailPort, poster, target } = controlled;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Meta simulator</title>
        <link rel="icon" href="data:," />
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>Meta simulator</h1>
        <p class="quiet">Plays Meta and the projects. Webhooks go to <code>${target}</code>.</p>
        <nav>
          <a href="#customer">Customer</a> <a href="#posted">Posted</a>
          <a href="#destinations">Destinations</a> <a href="#mails">Mailbox</a> <a href="/">Refresh</a>
        </nav>
        ${notice === null ? '' : html`<p id="notice" role="status">${notice}</p>`}
        <main>
          ${customerPart(apps.all())} ${postedPart(poster.journal.records(10))}
          ${destinationsPart(destinations.all(), (name) => destinations.requests(name, 5))}
          ${mailsPart(mails.all(20), mailPort)}
        </main>
      </body>
    </html>`.text;
}
