import { readSettings } from './settings.ts';

const number = { phoneNumberId: '2', phoneNumber: '12025550101', businessId: '3' };

describe('the settings of the simulator', () => {
  it('has usual values', () => {
    expect(readSettings({})).toEqual({
      port: 4010,
      target: 'http://127.0.0.1:4000/webhooks/meta',
      apps: [],
      secrets: {},
      timeScale: 1,
    });
  });

  it('reads apps and destinations', () => {
    const settings = readSettings({
      SIMULATOR_APPS: JSON.stringify([{ id: '1', secret: 's', verifyToken: 'v', ...number }]),
      SIMULATOR_DESTINATIONS: JSON.stringify([{ name: 'orders', secret: 'whsec_AAAA' }]),
    });
    expect(settings).toMatchObject({
      apps: [{ id: '1', secret: 's', verifyToken: 'v', numbers: [number] }],
      secrets: { orders: 'whsec_AAAA' },
    });
  });

  it.each([
    [{ SIMULATOR_PORT: 'http' }, 'SIMULATOR_PORT must be a number from 0 to 65535.'],
    [{ SIMULATOR_TARGET: 'hub' }, 'SIMULATOR_TARGET must be an http or https URL.'],
    [{ SIMULATOR_APPS: '{}' }, 'SIMULATOR_APPS must be a list in JSON.'],
    [{ SIMULATOR_APPS: '[{"id":"1"}]' }, 'SIMULATOR_APPS: "secret" is missing.'],
    [{ SIMULATOR_DESTINATIONS: '[1]' }, 'SIMULATOR_DESTINATIONS: A destination must be a JSON object.'],
  ])('refuses %j', (env, sentence) => expect(() => readSettings(env)).toThrow(sentence));

  it('tries for 7 days, or for 36 hours as an older page of Meta says', () => {
    expect(readSettings({ SIMULATOR_RETRY: '36h', SIMULATOR_MAIL_PORT: '2525' })).toMatchObject({
      schedule: { horizon: 36 * 3_600_000 },
      mailPort: 2525,
    });
    expect(() => readSettings({ SIMULATOR_RETRY: 'forever' })).toThrow(
      'SIMULATOR_RETRY must be one of: 7d, 36h.',
    );
    expect(() => readSettings({ SIMULATOR_MAIL_PORT: 'post' })).toThrow('SIMULATOR_MAIL_PORT');
  });
});
