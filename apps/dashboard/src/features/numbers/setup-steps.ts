/** What the hub knows of an app's set-up. */
export interface Setup {
  webhookUrl: string;
  https: boolean;
  hasAppSecret: boolean;
  active: boolean;
  verifiedAt: string | null;
  lastWebhookAt: string | null;
  lastRefusedAt: string | null;
  lastRefusedReason: string | null;
}

export type StepName = 'known' | 'secret' | 'url' | 'verified' | 'webhook' | 'signature';
/** `warn`: not as it should be for Meta, though the sandbox does with it. */
export type StepState = 'done' | 'todo' | 'warn' | 'bad';

export interface SetupStep {
  name: StepName;
  state: StepState;
}

/** What was refused after the last webhook that was accepted is trouble now; before it, it is history. */
export function isRefusing({ lastRefusedAt, lastWebhookAt }: Setup): boolean {
  return lastRefusedAt !== null && (lastWebhookAt === null || lastRefusedAt > lastWebhookAt);
}

export function setupSteps(setup: Setup): SetupStep[] {
  const came = setup.lastWebhookAt !== null;
  return [
    { name: 'known', state: 'done' },
    { name: 'secret', state: setup.hasAppSecret ? 'done' : 'bad' },
    // An address at which webhooks arrive is good enough.
    { name: 'url', state: setup.https || came ? 'done' : 'warn' },
    { name: 'verified', state: setup.verifiedAt ? 'done' : 'todo' },
    { name: 'webhook', state: came ? 'done' : 'todo' },
    { name: 'signature', state: isRefusing(setup) ? 'bad' : came ? 'done' : 'todo' },
  ];
}

export type AppState = 'ready' | 'off' | 'setup' | 'trouble';

export function appState(setup: Setup): AppState {
  if (!setup.active) return 'off';
  if (isRefusing(setup)) return 'trouble';
  return setup.hasAppSecret && setup.lastWebhookAt ? 'ready' : 'setup';
}
