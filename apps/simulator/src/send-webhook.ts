import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { madeUpNumber } from './apps.ts';
import { optionalText } from './fields.ts';
import { asObject, BadRequest, parseJson } from './http.ts';
import { batch, type BusinessNumber } from './webhooks/envelope.ts';
import { Connections, isHttpUrl, postWebhook } from './webhooks/http-post.ts';
import { buildUpdate, kindNames, type Kind } from './webhooks/kinds.ts';
import { serialize } from './webhooks/serialize.ts';

const usage = `Signs one webhook as Meta does and posts it.

  npm run send-webhook -- --text "Hello"
  npm run send-webhook -- --app <id> --phone <phone_number_id> --text <text> --secret <app secret>

  --app       Meta app id                       default: the demo tenant's
  --phone     phone_number_id that is written to default: the demo tenant's
  --secret    the app's secret                  default: the demo tenant's
  --text      text, caption or button title     default: Hello
  --from      the customer's phone number       default: 12025550143
  --type      text, image, status, template ... default: text
  --business  WhatsApp business account id      default: the demo tenant's, else 0
  --url       webhook URL                       default: http://127.0.0.1:4000/webhooks/meta/<app>
  --data-dir  folder with demo.json             default: WAYPOST_DATA_DIR or .waypost
  --help      this text

Types: ${kindNames.join(', ')}.
Exits with 0 when the answer is 200, else with 1.
`;

interface Demo {
  appId?: string;
  appSecret?: string;
  businessId?: string;
  phoneNumberId?: string;
  phoneNumber?: string;
}

export interface Output {
  out(text: string): void;
  err(text: string): void;
}

/** Runs the command; resolves to the exit code. */
export async function sendWebhook(args: string[], env: NodeJS.ProcessEnv, output: Output): Promise<0 | 1> {
  try {
    const options = readOptions(args);
    if (options.help) {
      output.out(usage);
      return 0;
    }
    return await send(options, env, output);
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error;
    output.err(`${error.message}\n`);
    return 1;
  }
}

type Options = ReturnType<typeof readOptions>;

function readOptions(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args,
      options: {
        app: text,
        phone: text,
        secret: text,
        text,
        from: text,
        type: text,
        business: text,
        url: text,
        'data-dir': text,
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    const [sentence] = (error as Error).message.split('. ');
    throw new BadRequest(`${sentence?.replace(/\.$/, '')}. --help lists what there is.`);
  }
}

async function send(options: Options, env: NodeJS.ProcessEnv, output: Output): Promise<0 | 1> {
  const kind = (options.type ?? 'text') as Kind;
  if (!kindNames.includes(kind)) throw new BadRequest(`--type must be one of: ${kindNames.join(', ')}.`);
  const from = options.from?.replace(/[\s+()-]/g, '');
  if (from !== undefined && !/^\d{5,15}$/.test(from)) throw new BadRequest('--from must be a phone number.');

  const { appId, secret, number } = senderOf(options, env);
  const url = options.url ?? `http://127.0.0.1:${env.PORT || '4000'}/webhooks/meta/${appId}`;
  if (!isHttpUrl(url)) throw new BadRequest('--url must be an http or https URL.');

  const update = buildUpdate(kind, number, { from, text: options.text });
  const connections = new Connections(1);
  const answer = await postWebhook(connections, { url, secret, bytes: serialize(batch([update])) });
  connections.close();
  if (answer.status === null)
    throw new BadRequest(`${url} cannot be reached: ${answer.error}. Is Waypost running?`);
  output.out(`${answer.status} ${answer.body}\n`);
  return answer.status === 200 ? 0 : 1;
}

/** Whose webhook it is: what the options name, the rest from the demo tenant where that is the same app or number. */
function senderOf(options: Options, env: NodeJS.ProcessEnv) {
  const file = join(options['data-dir'] ?? env.WAYPOST_DATA_DIR ?? '.waypost', 'demo.json');
  const demo = options.app && options.phone && options.secret && options.business ? {} : readDemo(file);
  const appId = options.app ?? demo.appId;
  const phoneNumberId = options.phone ?? demo.phoneNumberId;
  const secret = options.secret ?? (appId === demo.appId ? demo.appSecret : undefined);
  if (!appId) throw new BadRequest(missing('--app', file));
  if (!phoneNumberId) throw new BadRequest(missing('--phone', file));
  if (!secret) {
    throw new BadRequest(
      options.app ? `--secret is missing: the secret of app ${appId}.` : missing('--secret', file),
    );
  }
  const isDemo = appId === demo.appId || phoneNumberId === demo.phoneNumberId;
  const number: BusinessNumber = {
    // Meta itself uses 0 in the test webhooks of its app dashboard.
    businessId: options.business ?? (isDemo ? demo.businessId : undefined) ?? '0',
    phoneNumberId,
    phoneNumber:
      (phoneNumberId === demo.phoneNumberId ? demo.phoneNumber : undefined) ?? madeUpNumber(phoneNumberId),
  };
  return { appId, secret, number };
}

function missing(option: string, file: string): string {
  return `${option} is missing, and there is no demo tenant in ${file} to take it from.`;
}

function readDemo(file: string): Demo {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new BadRequest(`${file} cannot be read: ${(error as Error).message}.`);
  }
  const fields = asObject(parseJson(text, file), file);
  const keys = ['appId', 'appSecret', 'businessId', 'phoneNumberId', 'phoneNumber'] as const;
  return Object.fromEntries(keys.map((key) => [key, optionalText(fields, key)]));
}
