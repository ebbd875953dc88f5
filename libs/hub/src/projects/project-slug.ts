import { slugOf, slugPattern } from '@waypost/accounts';
import { invalidField } from '@waypost/waba';

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Projects are addressed by id or by slug: whatever looks like an id is one. */
export function isProjectId(reference: string): boolean {
  return idShape.test(reference);
}

/** Refuses what is no slug, and a slug that would be taken for an id. Throws `invalid_input`. */
export function checkSlug(slug: string): string {
  if (slugPattern.test(slug) && !isProjectId(slug)) return slug;
  throw invalidField('slug', 'must be 1 to 40 of a-z, 0-9 and -, with no - at either end, and not a UUID');
}

/** The slug that a project's name suggests. */
export function suggestedSlug(name: string): string {
  const slug = slugOf(name, 'project');
  return isProjectId(slug) ? 'project' : slug;
}
