import type { Running } from './start.ts';

/** What runs, as `start.ts` has left it to the processes after it. */
export const running = JSON.parse(process.env.WAYPOST_RUNNING ?? '{}') as Running;
