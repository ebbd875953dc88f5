import type { DestinationView } from '../destinations/destinations.ts';
import type { ReceivedRequest } from '../destinations/received.ts';
import type { PostRecord } from '../webhooks/post-journal.ts';
import type { Controlled } from './control.ts';
import { html, Html } from './html.ts';

const style = new Html(`
  :root { color-scheme: light dark; }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
  form { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .75rem; align-items: end; }
  label { display: grid; gap: .25rem; } input, select, button { font: inherit; padding: .35rem .5rem; }
  table { border-collapse: collapse; width: 100%; } .wide { overflow-x: auto; }
  th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); vertical-align: top; }
  code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; } .quiet { opacity: .75; }
  [role=status] { border-left: 4px solid; padding: .25rem .75rem; }
`);

/** The page at `/`: what arrived where, and a form that posts a text as a customer would. */
export function page(controlled: Controlled, notice: string | null): string {
  const { apps, destinations, poster, target } = controlled;
  const numbers = apps.all().flatMap((app) => app.numbers.map((number) => ({ app: app.id, ...number })));
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Meta simulator</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>Meta simulator</h1>
        <p class="quiet">Posts webhooks to <code>${target}</code>. <a href="/">Refresh</a></p>
        ${notice === null ? '' : html`<p role="status">${notice}</p>`}
        <h2>Write as a customer</h2>
        ${
          numbers.length === 0
            ? html`<p>
                No number yet. Set SIMULATOR_APPS, or add an app with <code>PUT /control/apps/:id</code>.
              </p>`
            : html`<form method="post" action="/">
                <label
                  >To
                  <select name="phoneNumberId">
                    ${numbers.map(
                      (number) =>
                        html`<option value="${number.phoneNumberId}">
                          ${number.phoneNumber} (app ${number.app})
                        </option>`,
                    )}
                  </select></label
                >
                <label>From <input name="from" value="12025550143" inputmode="tel" required /></label>
                <label>Text <input name="text" value="Hello" required /></label>
                <button>Post webhook</button>
              </form>`
        }
        <h2>Posted</h2>
        ${postedTable(poster.journal.records(10))}
        <h2>Destinations</h2>
        ${destinations.all().length === 0 ? html`<p>No destination was called yet.</p>` : ''}
        ${destinations.all().map((view) => destination(view, destinations.requests(view.name, 5)))}
      </body>
    </html>`.text;
}

function postedTable(records: PostRecord[]): Html {
  if (records.length === 0) return html`<p>Nothing was posted yet.</p>`;
  return html`<div class="wide">
    <table>
      <tr>
        <th>When</th>
        <th>To</th>
        <th>Updates</th>
        <th>Attempts</th>
        <th>Answer</th>
      </tr>
      ${records.toReversed().map((record) => {
        const last = record.attempts.at(-1);
        return html`<tr>
          <td>${record.at}</td>
          <td><code>${record.url}</code></td>
          <td>${record.keys.length}</td>
          <td>${record.attempts.length}</td>
          <td>
            ${last?.status ?? last?.error ?? 'under way'} ${record.state === 'waiting' ? '(will retry)' : ''}
          </td>
        </tr>`;
      })}
    </table>
  </div>`;
}

function destination({ name, mode, counts }: DestinationView, requests: ReceivedRequest[]): Html {
  return html`<h3><code>/destinations/${name}</code></h3>
    <p>Mode <code>${JSON.stringify(mode)}</code>, ${counts.received} received.</p>
    ${
      requests.length === 0
        ? ''
        : html`<div class="wide">
            <table>
              <tr>
                <th>When</th>
                <th>Signature</th>
                <th>Done</th>
                <th>Body</th>
              </tr>
              ${requests.toReversed().map(
                (request) =>
                  html`<tr>
                    <td>${request.at}</td>
                    <td>${request.signatures.hub}</td>
                    <td>${request.answered}</td>
                    <td><code dir="auto">${request.body.toString('utf8', 0, 600)}</code></td>
                  </tr>`,
              )}
            </table>
          </div>`
    }`;
}
