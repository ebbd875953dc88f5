import { actFor, type ActingFor } from '../../data/acting-for.ts';

/** Acts for the tenant and opens a page of it. The page is loaded anew: what was read so far belongs to somebody else. */
export function goAs(tenant: ActingFor, path = '/'): void {
  actFor(tenant);
  globalThis.location.assign(`/app${path}`);
}
