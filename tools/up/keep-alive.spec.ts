import { pauseBeforeStart } from './keep-alive.ts';

it('waits 0.2 s before the first new start, twice as long before each further one, 5 s at most', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map(pauseBeforeStart)).toEqual([200, 400, 800, 1600, 3200, 5000, 5000]);
});
