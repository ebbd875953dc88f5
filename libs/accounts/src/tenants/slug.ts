/** What a slug looks like: it stands in URLs and in command lines. */
export const slugPattern = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

const MAX_LENGTH = 40;

/** The slug that a name suggests: `Café de l'Opéra` becomes `cafe-de-l-opera`. */
export function slugOf(name: string, fallback = 'tenant'): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return trim(trim(plain).slice(0, MAX_LENGTH)) || fallback;
}

/** The first of `wanted`, `wanted-2`, `wanted-3` … that is not taken. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const slug = trim(wanted.slice(0, MAX_LENGTH - suffix.length)) + suffix;
    if (!taken.has(slug)) return slug;
  }
}

function trim(slug: string): string {
  return slug.replace(/^-+|-+$/g, '');
}
