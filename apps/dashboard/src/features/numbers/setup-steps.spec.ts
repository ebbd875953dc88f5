import { appState, isRefusing, type Setup, setupSteps } from './setup-steps.ts';

const fresh: Setup = {
  webhookUrl: 'http://127.0.0.1:4600/webhooks/meta/1',
  https: false,
  hasAppSecret: true,
  active: true,
  verifiedAt: null,
  lastWebhookAt: null,
  lastRefusedAt: null,
  lastRefusedReason: null,
};
const early = '2026-11-21T03:00:00.000Z';
const late = '2026-11-21T04:00:00.000Z';

describe('set-up of an app', () => {
  it('is ready when webhooks arrive, whatever the address', () => {
    const setup = { ...fresh, lastWebhookAt: late };
    expect(appState(setup)).toBe('ready');
    expect(setupSteps(setup).find((step) => step.name === 'url')?.state).toBe('done');
  });

  it('warns of an address that Meta does not call', () => {
    expect(setupSteps(fresh).find((step) => step.name === 'url')?.state).toBe('warn');
  });

  it('is in trouble while the last webhook was refused, and not any more when one was accepted since', () => {
    expect(appState({ ...fresh, lastWebhookAt: early, lastRefusedAt: late })).toBe('trouble');
    expect(isRefusing({ ...fresh, lastWebhookAt: late, lastRefusedAt: early })).toBe(false);
  });

  it('says first that an app is switched off', () => {
    expect(appState({ ...fresh, active: false, lastRefusedAt: late })).toBe('off');
  });
});
