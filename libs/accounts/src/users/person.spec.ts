import { tenantToOpen, type Person, type PersonMembership } from './person.ts';

const membership = (tenantId: string, status: 'active' | 'suspended' = 'active'): PersonMembership => ({
  tenantId,
  slug: tenantId,
  name: tenantId,
  role: 'DEVELOPER',
  status,
});
const person = (lastTenantId: string | null, ...memberships: PersonMembership[]): Person => ({
  id: 'user',
  email: 'a@example.com',
  name: 'A',
  superAdmin: false,
  status: 'active',
  lastTenantId,
  emailVerifiedAt: null,
  locale: 'en',
  hasPassword: true,
  hasTotp: false,
  memberships,
});

describe('tenantToOpen', () => {
  it.each([
    ['the last one used', person('b', membership('a'), membership('b')), 'b'],
    ['the first one, when none was used', person(null, membership('a'), membership('b')), 'a'],
    ['the first one, when the last one used was left', person('gone', membership('a'), membership('b')), 'a'],
    ['one that is not suspended', person(null, membership('a', 'suspended'), membership('b')), 'b'],
    ['a suspended one, when there is no other', person(null, membership('a', 'suspended')), 'a'],
    ['none for a person without memberships', person(null), undefined],
  ])('is %s', (_words, who, tenantId) => {
    expect(tenantToOpen(who)?.tenantId).toBe(tenantId);
  });
});
