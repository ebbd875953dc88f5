import { filterOf, retryStates, sieveOf, spanOf, timesOf } from './delivery-filter.ts';
import { deliverySearch } from './delivery-search.ts';

const now = Date.parse('2026-11-21T14:38:21.418Z');

describe('deliverySearch', () => {
  it('takes what the page knows and leaves out the rest', () => {
    expect(
      deliverySearch({
        states: 'failed,lost,waiting',
        status: 503,
        q: 15550100,
        source: 'made up',
        since: 'yesterday',
        range: '7d',
        minDurationMs: '2000',
      }),
    ).toEqual({ states: 'waiting,failed', status: '503', q: '15550100', range: '7d', minDurationMs: '2000' });
  });
});

describe('filterOf', () => {
  it('puts the address into the types of the API', () => {
    expect(
      filterOf(sieveOf({ states: 'waiting,failed', status: '503', delivery: 'x', range: '7d' })),
    ).toEqual({
      states: ['waiting', 'failed'],
      status: 503,
    });
  });
});

describe('spanOf', () => {
  it('ends where a bar ends, so that the same bars are asked for until the next begins', () => {
    expect(spanOf({}, now)).toEqual({ since: '2026-11-20T14:45:00.000Z', until: '2026-11-21T14:45:00.000Z' });
    expect(spanOf({}, now + 60_000)).toEqual(spanOf({}, now));
  });

  it('widens to a chosen time that lies before it', () => {
    expect(spanOf({ range: '1h', since: '2026-11-18T00:00:00.000Z' }, now).since.slice(0, 10)).toBe(
      '2026-11-14',
    );
  });
});

describe('timesOf', () => {
  it('gives the chosen times, else the range', () => {
    expect(timesOf({ since: '2026-11-21T10:00:00.000Z' }, now)).toEqual({
      since: '2026-11-21T10:00:00.000Z',
      until: undefined,
    });
    expect(timesOf({}, now)).toEqual({ since: '2026-11-20T14:45:00.000Z' });
  });

  it.each(['019aa3f2-0000-7000-8000-000000007c41', 'wamid.HBgLMTU1NTAxNDI'])(
    'finds %s however old it is',
    (q) => {
      expect(timesOf({ q }, now)).toEqual({});
    },
  );
});

describe('retryStates', () => {
  it.each([
    [undefined, ['waiting', 'failed']],
    ['failed', ['failed']],
    ['delivered,cancelled', ['cancelled']],
    ['delivered', []],
  ])('of %p are %p', (named, expected) => {
    expect(retryStates(named)).toEqual(expected);
  });
});
