import type { OidcProblem, Role, UserId } from '@waypost/contracts';

/** What a provider says of somebody, once its signature is checked. */
export interface Vouched {
  subject: string;
  email?: string;
  emailVerified: boolean;
  name?: string;
}

/** What is known here. */
export interface Known {
  /** Whom this identity belongs to already. */
  linked?: { userId: UserId; disabled: boolean };
  /** Who has the e-mail address, in whatever tenant. */
  account?: { userId: UserId; disabled: boolean; member: boolean; linkedOtherwise: boolean };
  /** An invitation of this tenant to the address that is not over. */
  invite?: { id: string; role: Role };
}

export interface Door {
  emailDomains: readonly string[];
  createPeople: boolean;
  defaultRole: Role;
}

export type Admission =
  | { kind: 'refused'; problem: OidcProblem }
  /** Comes in as who they are. */
  | { kind: 'known'; userId: UserId }
  /** A member who comes in this way for the first time. */
  | { kind: 'link'; userId: UserId }
  /** Becomes a member; without `userId` an account is made first. */
  | { kind: 'join'; userId?: UserId; role: Role; inviteId?: string };

const refused = (problem: OidcProblem): Admission => ({ kind: 'refused', problem });

/**
 * Whether somebody comes in, and as whom. A provider is chosen by the tenant and may claim any address, so its word
 * counts within the tenant alone: it leads to an account that exists only where the tenant had taken that person in
 * already, as a member or by an invitation.
 */
export function admit(
  { email, emailVerified }: Vouched,
  { linked, account, invite }: Known,
  door: Door,
): Admission {
  if (!email || !emailVerified) return refused('unverified');
  if (!door.emailDomains.includes(domainOf(email))) return refused('domain');
  if (linked) return linked.disabled ? refused('disabled') : { kind: 'known', userId: linked.userId };
  if (account) {
    if (account.disabled) return refused('disabled');
    if (account.linkedOtherwise) return refused('other-identity');
    if (account.member) return { kind: 'link', userId: account.userId };
    if (!invite) return refused('not-invited');
    return { kind: 'join', userId: account.userId, role: invite.role, inviteId: invite.id };
  }
  if (invite) return { kind: 'join', role: invite.role, inviteId: invite.id };
  return door.createPeople ? { kind: 'join', role: door.defaultRole } : refused('not-invited');
}

/** In lower case; what has no domain is of none. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
