/** Why somebody was not let in by the provider of their tenant; the sign-in page has words for each. */
export const oidcProblems = [
  /** It took too long, or was not begun in this browser. */
  'expired',
  /** The person or the provider said no, or what it said does not hold. */
  'refused',
  /** The provider does not vouch for the e-mail address. */
  'unverified',
  /** The address is not of a domain that the tenant lets in. */
  'domain',
  /** There is no account in the tenant, and none is made by itself. */
  'not-invited',
  /** The member is known to the provider as somebody else. */
  'other-identity',
  'disabled',
  /** The tenant's plan has no room for one more. */
  'limit',
  /** The provider does not answer. */
  'unavailable',
] as const;

export type OidcProblem = (typeof oidcProblems)[number];
