import type { DestinationMode } from '../destinations/modes.ts';

/** The modes that the page offers; everything else can be set by `PUT /control/destinations/:name`. */
export const presets: Record<string, DestinationMode> = {
  'answers 200 at once': { mode: 'fast' },
  'answers 200 after 2 s': { mode: 'slow', ms: 2_000 },
  'answers 200 after 20 s': { mode: 'slow', ms: 20_000 },
  'answers 500': { mode: 'status', status: 500 },
  'answers 500 every other time': { mode: 'status', status: 500, probability: 0.5 },
  'answers 503 three times, then 200': { mode: 'status', status: 503, first: 3 },
  'answers 429, Retry-After 10 s': { mode: 'status', status: 429, retryAfter: 10 },
  'answers 410 (gone)': { mode: 'status', status: 410 },
  'answers 404': { mode: 'status', status: 404 },
  'redirects (302)': { mode: 'redirect', location: '/destinations/elsewhere', status: 302 },
  'hangs, never answers': { mode: 'hang' },
  'resets the connection': { mode: 'reset' },
  'drops the answer half way': { mode: 'drop', bytes: 10 },
  'answers with 64 MB': { mode: 'huge', bytes: 64 * 1024 * 1024 },
};

/** The name of a mode, where it is one of the presets. */
export function presetOf(mode: DestinationMode): string | undefined {
  const text = ordered(mode);
  return Object.entries(presets).find(([, preset]) => ordered(preset) === text)?.[0];
}

function ordered(mode: DestinationMode): string {
  return JSON.stringify(Object.entries(mode).sort(([a], [b]) => (a < b ? -1 : 1)));
}
