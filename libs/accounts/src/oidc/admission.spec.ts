import { admit, type Admission, type Door, type Known, type Vouched } from './admission.ts';

const ana: Vouched = { subject: 's', email: 'ana@acme.test', emailVerified: true };
const door: Door = { emailDomains: ['acme.test'], createPeople: false, defaultRole: 'AGENT' };
const open: Door = { ...door, createPeople: true };
const member = { userId: 'u', disabled: false, member: true, linkedOtherwise: false };
const stranger = { ...member, member: false };
const invite = { id: 'i', role: 'DEVELOPER' as const };
const refused = (problem: string) => ({ kind: 'refused', problem });

describe('admit', () => {
  it.each<[string, Partial<Vouched>, Known, Door, object]>([
    [
      'somebody who has come this way before',
      {},
      { linked: member, account: member },
      door,
      { kind: 'known', userId: 'u' },
    ],
    [
      'the same after the address here was changed',
      {},
      { linked: member },
      door,
      { kind: 'known', userId: 'u' },
    ],
    ['a member for the first time', {}, { account: member }, door, { kind: 'link', userId: 'u' }],
    [
      'somebody of another tenant who was invited',
      {},
      { account: stranger, invite },
      door,
      { kind: 'join', userId: 'u', role: 'DEVELOPER', inviteId: 'i' },
    ],
    [
      'somebody new who was invited',
      {},
      { invite },
      door,
      { kind: 'join', role: 'DEVELOPER', inviteId: 'i' },
    ],
    ['somebody new, where accounts are made', {}, {}, open, { kind: 'join', role: 'AGENT' }],
    ['an address in capitals', { email: 'ANA@ACME.TEST' }, {}, open, { kind: 'join', role: 'AGENT' }],
  ])('lets in %s', (_who, vouched, known, through, expected) => {
    expect(admit({ ...ana, ...vouched }, known, through)).toEqual(expected as Admission);
  });

  it.each<[string, Partial<Vouched>, Known, Door, string]>([
    ['somebody new, where none are made', {}, {}, door, 'not-invited'],
    ['an account of another tenant', {}, { account: stranger }, open, 'not-invited'],
    ['a disabled member', {}, { account: { ...member, disabled: true } }, open, 'disabled'],
    [
      'a disabled person who has come before',
      {},
      { linked: { userId: 'u', disabled: true } },
      open,
      'disabled',
    ],
    [
      'a member whom the provider knows as somebody else',
      {},
      { account: { ...member, linkedOtherwise: true } },
      open,
      'other-identity',
    ],
    ['an address that is not proven', { emailVerified: false }, { account: member }, open, 'unverified'],
    ['the same of somebody known', { emailVerified: false }, { linked: member }, open, 'unverified'],
    ['no address', { email: undefined }, { linked: member }, open, 'unverified'],
    ['another domain', { email: 'ana@evil.test' }, { account: member, invite }, open, 'domain'],
    ['a domain below ours', { email: 'ana@sub.acme.test' }, {}, open, 'domain'],
    ['a domain that ends like ours', { email: 'ana@notacme.test' }, {}, open, 'domain'],
    ['our domain before the last at sign', { email: 'ana@acme.test@evil.test' }, {}, open, 'domain'],
    ['no domain at all', { email: 'acme.test' }, {}, { ...open, emailDomains: ['acme.tes'] }, 'domain'],
  ])('refuses %s', (_who, vouched, known, through, problem) => {
    expect(admit({ ...ana, ...vouched }, known, through)).toEqual(refused(problem));
  });
});
