import { serve } from '../rpc.ts';
import type { Target } from '../world.ts';
import { drive } from './drive.ts';
import type { LoadPlan, LoadResult } from './drive.ts';
import { prepare } from './payload.ts';
import type { Prepared } from './payload.ts';

/** The process that plays Meta: signs a window's webhooks ahead, then sends them as the plan says. */
let prepared: Prepared | undefined;

export interface PrepareArgument {
  targets: Target[];
  window: number;
  count: number;
}

export interface DriveResult extends LoadResult {
  /** Index into the prepared targets, by webhook. */
  target: Uint8Array;
}

serve({
  prepare: ({ targets, window, count }: PrepareArgument): void => {
    prepared = undefined;
    prepared = prepare(targets, window, count);
  },
  drive: async (plan: LoadPlan): Promise<DriveResult> => {
    if (!prepared) throw new Error('nothing prepared');
    const result = await drive(prepared, plan);
    return {
      ...result,
      sentAt: result.sentAt.slice(0, result.sent),
      acceptedAt: result.acceptedAt.slice(0, result.sent),
      target: prepared.target.slice(0, result.sent),
    };
  },
});
