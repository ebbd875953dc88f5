import { AppError } from '@waypost/platform';
import { checkSlug, isProjectId, suggestedSlug } from './project-slug.ts';

const id = '0193a1b2-0000-7000-8000-00000000000a';

describe('slugs of projects', () => {
  it.each([
    ['Orders backend', 'orders-backend'],
    ['مشروع', 'project'],
    [id, 'project'],
  ])('suggests for %p the slug %p', (name, slug) => {
    expect(suggestedSlug(name)).toBe(slug);
    expect(checkSlug(slug)).toBe(slug);
  });

  it.each(['', 'Orders', '-orders', 'or ders', 'x'.repeat(41), id])('refuses %p', (slug) => {
    expect(() => checkSlug(slug)).toThrow(AppError);
  });

  it('tells an id from a slug', () => {
    expect(isProjectId(id.toUpperCase())).toBe(true);
    expect(isProjectId('orders')).toBe(false);
  });
});
