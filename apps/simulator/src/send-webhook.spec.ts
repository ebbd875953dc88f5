import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDestinations, type StartedDestinations } from './destinations/start.ts';
import { sendWebhook } from './send-webhook.ts';

const demo = {
  appId: '700',
  appSecret: 'app-secret',
  verifyToken: 'token',
  businessId: '100',
  phoneNumberId: '200',
  phoneNumber: '12025550101',
};
let hub: StartedDestinations;
let folder: string;

beforeEach(async () => {
  hub = await startDestinations({ secrets: { '700': demo.appSecret, other: 's2' } });
  folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  writeFileSync(join(folder, 'demo.json'), JSON.stringify(demo));
});
afterEach(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

async function run(...args: string[]) {
  let [out, err] = ['', ''];
  const output = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const code = await sendWebhook(args, { WAYPOST_DATA_DIR: folder }, output);
  return { code, out, err };
}
const entryAt = (name: string) => JSON.parse(hub.requests(name)[0]!.body.toString()).entry[0];

describe('send-webhook', () => {
  it('posts as the demo tenant when it is told no more than a text', async () => {
    const result = await run('--text', 'hello', '--url', hub.endpoint('700'));
    expect(result).toEqual({ code: 0, out: '200 {"status":"ok"}\n', err: '' });
    expect(hub.requests('700')[0]?.signatures.hub).toBe('valid');
    expect(entryAt('700')).toMatchObject({
      id: '100',
      changes: [
        {
          value: {
            metadata: { phone_number_id: '200', display_phone_number: '12025550101' },
            messages: [{ text: { body: 'hello' } }],
          },
        },
      ],
    });
  });

  it('posts for any app, number and hub', async () => {
    const named = ['--app', '1', '--phone', '2', '--secret', 's2', '--url', hub.endpoint('other')];
    const { code } = await run(...named, '--business', '3', '--type', 'image', '--from', '+44 20 7946 0000');
    expect([code, hub.requests('other')[0]?.signatures.hub]).toEqual([0, 'valid']);
    expect(entryAt('other')).toMatchObject({
      id: '3',
      changes: [
        {
          value: { metadata: { phone_number_id: '2' }, messages: [{ from: '442079460000', type: 'image' }] },
        },
      ],
    });
  });

  it('does not need to know the business account', async () => {
    await run('--app', '1', '--phone', '2', '--secret', 's2', '--url', hub.endpoint('other'));
    expect(entryAt('other').id).toBe('0');
  });

  it('fails when the hub refuses', async () => {
    hub.setMode('700', { mode: 'status', status: 401, body: 'no' });
    expect(await run('--url', hub.endpoint('700'))).toEqual({ code: 1, out: '401 no\n', err: '' });
  });

  it('shows its options', async () => {
    const { code, out } = await run('--help');
    expect([code, out]).toEqual([0, expect.stringContaining('--phone')]);
  });

  it.each([
    [['--txt', 'x'], "Unknown option '--txt'. --help lists what there is.\n"],
    [['hello'], expect.stringMatching(/^Unexpected argument 'hello'\. /)],
    [['--type', 'smoke'], expect.stringContaining('--type must be one of: text, image')],
    [['--from', 'Ada'], '--from must be a phone number.\n'],
    [['--url', 'hub'], '--url must be an http or https URL.\n'],
    [['--app', '9'], '--secret is missing: the secret of app 9.\n'],
    [
      ['--data-dir', '/nonexistent'],
      expect.stringMatching(/^--app is missing, and there is no demo tenant in /),
    ],
    [['--url', 'http://127.0.0.1:1/'], expect.stringContaining('cannot be reached: Connection refused.')],
  ])('says in one sentence what is wrong with %j', async (args, err) => {
    expect(await run(...args)).toEqual({ code: 1, out: '', err });
  });
});
