import { readServerTiming } from './server-timing.ts';

test.each([
  ['check;dur=0.6, commit;dur=4.1;desc="37 rows"', [0.6, 4.1, 37]],
  ['commit;desc="1 row";dur=2,check;dur=0', [0, 2, 1]],
  ['check;dur=0.6', [0.6, null, null]],
  ['commit;dur=fast;desc="many"', [null, null, null]],
  ['', [null, null, null]],
  [undefined, [null, null, null]],
])('%s reads as %j', (header, [checkMs, commitMs, rows]) => {
  expect(readServerTiming(header)).toEqual({ checkMs, commitMs, rows });
});
