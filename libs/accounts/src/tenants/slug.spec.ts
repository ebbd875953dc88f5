import { freeSlug, slugOf, slugPattern } from './slug.ts';

describe('slugOf', () => {
  it.each([
    ['Acme', 'acme'],
    ["Café de l'Opéra", 'cafe-de-l-opera'],
    ['  --Two   Words!--  ', 'two-words'],
    ['名古屋', 'tenant'],
    ['', 'tenant'],
    ['x'.repeat(60), 'x'.repeat(40)],
    [`${'x'.repeat(39)} yes`, 'x'.repeat(39)],
  ])('makes of %p the slug %p', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
    expect(slugOf(name)).toMatch(slugPattern);
  });
});

describe('freeSlug', () => {
  it('keeps what is free and counts up from two', () => {
    expect(freeSlug('acme', new Set())).toBe('acme');
    expect(freeSlug('acme', new Set(['acme', 'acme-2']))).toBe('acme-3');
  });

  it('stays within the length of a slug', () => {
    const long = 'x'.repeat(40);
    expect(freeSlug(long, new Set([long]))).toBe(`${'x'.repeat(38)}-2`);
  });
});
