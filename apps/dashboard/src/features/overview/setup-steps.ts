import type { Setup } from './overview-data.ts';

export type StepId = 'account' | 'app' | 'verified' | 'number' | 'project' | 'mapping' | 'webhook';

export interface Step {
  id: StepId;
  done: boolean;
  /** The step that has to be done before this one can be. */
  needs?: number;
}

/** What each step stands on. */
const needs: Partial<Record<StepId, StepId>> = {
  app: 'account',
  verified: 'app',
  number: 'app',
  mapping: 'project',
  webhook: 'mapping',
};
const order: StepId[] = ['account', 'app', 'verified', 'number', 'project', 'mapping', 'webhook'];

export function stepsOf(setup: Setup): Step[] {
  return order.map((id) => {
    const before = needs[id];
    const missing = before !== undefined && !setup[before];
    return { id, done: setup[id], ...(missing && { needs: order.indexOf(before) + 1 }) };
  });
}
