import { parseSearch, stringifySearch } from './search-text.ts';

describe('what stands behind the question mark', () => {
  it('keeps long ids as they are', () => {
    expect(parseSearch('?number=11085223828324412')).toEqual({ number: '11085223828324412' });
    expect(stringifySearch({ number: '11085223828324412' })).toBe('?number=11085223828324412');
  });

  it.each([{}, { q: '+1 555 & more' }, { since: '2026-11-21T03:00:00.000Z', states: 'waiting,failed' }])('goes there and back: %j', (search) => {
    expect(parseSearch(stringifySearch(search))).toEqual(search);
  });

  it('leaves out what is absent, and says the rest in words', () => {
    expect(stringifySearch({ q: undefined, delivery: null })).toBe('');
    expect(stringifySearch({ all: true, hours: 168 })).toBe('?all=true&hours=168');
  });
});
