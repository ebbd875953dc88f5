import type { MetaApp } from '../apps.ts';
import type { DestinationView } from '../destinations/destinations.ts';
import type { ReceivedRequest } from '../destinations/received.ts';
import type { SignatureCheck } from '../destinations/signatures.ts';
import type { ReceivedMail } from '../mail/mailbox.ts';
import type { PostRecord } from '../webhooks/post-journal.ts';
import { kindNames } from '../webhooks/kinds.ts';
import { html, type Html } from './html.ts';
import { presetOf, presets } from './presets.ts';

export function customerPart(apps: MetaApp[]): Html {
  const numbers = apps.flatMap((app) => app.numbers.map((number) => ({ app: app.id, ...number })));
  return html`<h2 id="customer">Write as a customer</h2>
    ${
      numbers.length === 0
        ? html`<p>
            No number yet. Write to one from the sandbox phone of the dashboard, set SIMULATOR_APPS, or add an
            app with <code>PUT /control/apps/:id</code>.
          </p>`
        : html`<form class="fields" method="post" action="/">
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
            <label
              >Type
              <select name="kind">
                ${kindNames.map((kind) => html`<option>${kind}</option>`)}
              </select></label
            >
            <label>Text <input name="text" value="Hello" dir="auto" /></label>
            <label>Times <input name="times" type="number" min="1" max="5" value="1" /></label>
            <button class="main">Post webhook</button>
          </form>`
    }`;
}

export function postedPart(records: PostRecord[]): Html {
  return html`<h2 id="posted">Posted</h2>
    ${
      records.length === 0
        ? html`<p class="quiet">Nothing was posted yet.</p>`
        : html`<div class="wide">
            <table>
              <tr>
                <th>When</th>
                <th>Answer</th>
                <th>Took</th>
                <th>Updates</th>
                <th>Attempts</th>
                <th>To</th>
              </tr>
              ${records.toReversed().map((record) => {
                const last = record.attempts.at(-1);
                return html`<tr>
                  <td>${time(record.at)}</td>
                  <td class="${last?.status === 200 ? 'good' : 'bad'}">
                    ${last?.status ?? last?.error ?? 'under way'}
                    ${record.state === 'waiting' ? '(will retry)' : ''}
                  </td>
                  <td>${last ? `${last.ms} ms` : ''}</td>
                  <td>${record.keys.length}</td>
                  <td>${record.attempts.length}</td>
                  <td class="body"><code>${record.url}</code></td>
                </tr>`;
              })}
            </table>
          </div>`
    }`;
}

export function destinationsPart(
  views: DestinationView[],
  requestsOf: (name: string) => ReceivedRequest[],
): Html {
  return html`<h2 id="destinations">Destinations</h2>
    <p class="quiet">
      Stand-ins for projects: each takes what is sent to /destinations/name and answers as told.
    </p>
    ${views.length === 0 ? html`<p class="quiet">No destination was called yet.</p>` : ''}
    ${views.map((view) => destination(view, requestsOf(view.name)))}`;
}

function destination({ name, mode, hasSecret, counts }: DestinationView, requests: ReceivedRequest[]): Html {
  const chosen = presetOf(mode);
  return html`<section class="panel">
    <div class="row">
      <h3><code>/destinations/${name}</code></h3>
      <span class="quiet"
        >${counts.received} received${hasSecret ? `, ${counts.unsigned} not signed right` : ''}</span
      >
      <form class="end" method="post" action="/">
        <input type="hidden" name="act" value="mode" /><input type="hidden" name="name" value="${name}" />
        <select name="preset" aria-label="How ${name} answers">
          ${chosen === undefined ? html`<option value="">${JSON.stringify(mode)}</option>` : ''}
          ${Object.keys(presets).map((preset) =>
            preset === chosen ? html`<option selected>${preset}</option>` : html`<option>${preset}</option>`,
          )}
        </select>
        <button>Set</button>
      </form>
      <form method="post" action="/">
        <input type="hidden" name="act" value="clear" /><input type="hidden" name="name" value="${name}" />
        <button>Clear</button>
      </form>
    </div>
    ${
      requests.length === 0
        ? ''
        : html`<div class="wide">
            <table>
              <tr>
                <th>When</th>
                <th>Signature</th>
                <th>Answered</th>
                <th>Body</th>
              </tr>
              ${requests.toReversed().map(
                (request) =>
                  html`<tr>
                    <td>${time(request.at)}</td>
                    <td>${signature(request.signatures.hub)}</td>
                    <td>${request.answered}</td>
                    <td class="body">
                      <details>
                        <summary>${request.body.length} bytes</summary>
                        <pre dir="auto">${request.body.toString('utf8', 0, 4_000)}</pre>
                      </details>
                    </td>
                  </tr>`,
              )}
            </table>
          </div>`
    }
  </section>`;
}

const signatureWords: Record<SignatureCheck, [word: string, look: string]> = {
  valid: ['right', 'good'],
  invalid: ['wrong', 'bad'],
  missing: ['missing', 'bad'],
  unknown: ['there, secret not known here', 'quiet'],
};

function signature(check: SignatureCheck): Html {
  const [word, look] = signatureWords[check];
  return html`<span class="${look}">${word}</span>`;
}

export function mailsPart(mails: ReceivedMail[], port: number | null): Html {
  const none =
    port === null
      ? html`<p class="quiet">This simulator takes no mail: start it with SIMULATOR_MAIL_PORT.</p>`
      : html`<p class="quiet">
          No mail yet. The mail server is at 127.0.0.1:${port} and passes nothing on.
        </p>`;
  return html`<h2 id="mails">Mailbox</h2>
    ${
      mails.length === 0
        ? none
        : html`<form method="post" action="/">
              <input type="hidden" name="act" value="clear-mails" /><button>Empty the mailbox</button>
            </form>
            ${mails.toReversed().map(
              ({ at, to, from, subject, text, html: markup }) =>
                html`<section class="panel">
                  <h3 dir="auto">${subject}</h3>
                  <div class="quiet">${time(at)} · from ${from} · to ${to.join(', ')}</div>
                  ${markup === undefined ? html`<pre dir="auto">${text}</pre>` : inHtml(subject, markup, text)}
                </section>`,
            )}`
    }`;
}

/** As a mail program shows it: nothing in it runs, and what is followed opens beside this page. */
function inHtml(subject: string, markup: string, text: string): Html {
  return html`<iframe
      class="mail"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      title="${subject}"
      srcdoc="${markup.replace('<head>', '<head><base target="_blank">')}"
    ></iframe>
    <details>
      <summary>As plain text</summary>
      <pre dir="auto">${text}</pre>
    </details>`;
}

/** Time of day in UTC; the date is not needed for what is minutes old. */
function time(at: string): Html {
  return html`<time datetime="${at}">${at.slice(11, 19)}</time>`;
}
