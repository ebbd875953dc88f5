import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from './settings.ts';

describe('SIMULATOR_DEMO', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-demo-'));
  const file = join(folder, 'demo.json');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('plays the app and the projects of the demo tenant', () => {
    writeFileSync(
      file,
      JSON.stringify({
        tenant: 'demo',
        appId: '100000000000001',
        appSecret: 'signs',
        verifyToken: 'verifies',
        businessId: '200000000000002',
        phoneNumberId: '300000000000003',
        phoneNumber: '15551234567',
        projects: [
          { slug: 'orders', secret: 'whsec_x', endpoint: 'http://simulator:4010/destinations/orders' },
        ],
      }),
    );
    const number = {
      businessId: '200000000000002',
      phoneNumberId: '300000000000003',
      phoneNumber: '15551234567',
    };
    expect(readSettings({ SIMULATOR_DEMO: file, SIMULATOR_HOST: '0.0.0.0' })).toMatchObject({
      host: '0.0.0.0',
      apps: [{ id: '100000000000001', secret: 'signs', verifyToken: 'verifies', numbers: [number] }],
      secrets: { orders: 'whsec_x' },
    });
  });

  it('says what is missing', () => {
    expect(() => readSettings({ SIMULATOR_DEMO: join(folder, 'none.json') })).toThrow(
      /none\.json, which cannot be read \(ENOENT\): start Waypost with WAYPOST_DEMO=1 first/,
    );
    writeFileSync(file, '{"appId": "1"}');
    expect(() => readSettings({ SIMULATOR_DEMO: file })).toThrow(/appSecret/);
  });
});
