import { readPlan } from './settings.ts';

const plan = (given: NodeJS.ProcessEnv) => readPlan({ PORT: '4000', SIMULATOR_PORT: '4010', ...given }, '/');

describe('where mails go', () => {
  it('is the mailbox of the simulator, while everything is only tried', async () => {
    const { settings, env } = await plan({});
    expect([settings.smtpHost, settings.smtpSecure]).toEqual(['127.0.0.1', false]);
    expect(env.SIMULATOR_MAIL_PORT).toBe(String(settings.smtpPort));
    expect((await plan({ SIMULATOR_MAIL_PORT: '2525' })).settings.smtpPort).toBe(2525);
  });

  it.each([
    ['a mail server is given', { SMTP_HOST: 'mail.example.com', SMTP_PORT: '465' }, 'mail.example.com'],
    ['there is no demo', { WAYPOST_DEMO: '0' }, undefined],
    ['there is no simulator', { SIMULATOR: '0' }, undefined],
  ])('is left alone where %s', async (_where, given, host) => {
    const { settings, env } = await plan(given);
    expect([settings.smtpHost, env.SIMULATOR_MAIL_PORT]).toEqual([host, undefined]);
  });
});
