import { consequence, limitReached } from './limit-words.ts';

describe('limitReached', () => {
  it.each([
    [
      { name: 'numbers', used: 2, max: 2 } as const,
      'Pro',
      'Your plan Starter has room for 2 numbers, and 2 are in use. Delete one, or ask the operator of this Waypost for Pro.',
    ],
    [
      { name: 'projects', used: 1, max: 1 } as const,
      undefined,
      'Your plan Starter has room for 1 project, and 1 is in use. Delete one, or ask the operator of this Waypost for a plan with more room.',
    ],
    [
      { name: 'users', used: 5, max: 3 } as const,
      'Pro',
      'Your plan Starter has room for 3 people, and 5 are members or invited. Remove a member or an invitation, or ask the operator of this Waypost for Pro.',
    ],
  ])('says of %j with %p above it what is used and the way out', (use, next, words) => {
    expect(limitReached('Starter', use, next)).toBe(words);
  });
});

describe('consequence', () => {
  it.each([
    [
      { name: 'numbers', used: 1, maxNow: 5, maxThen: 0 } as const,
      '1 number is in use and the plan has room for 0. It is kept, and no more can be added.',
    ],
    [
      { name: 'projects', used: 21, maxNow: null, maxThen: 20 } as const,
      '21 projects are in use and the plan has room for 20. All are kept, and no more can be added until fewer than 20 are left.',
    ],
    [
      { name: 'retentionDays', used: null, maxNow: null, maxThen: 30 } as const,
      'History is kept for 30 days; what is older is deleted soon after the change.',
    ],
    [
      { name: 'messagesPerMinute', used: null, maxNow: 60, maxThen: 1200 } as const,
      'More: messages per minute 60 now, 1,200 then.',
    ],
    [
      { name: 'contacts', used: null, maxNow: 5, maxThen: null } as const,
      'More: contacts 5 now, without limit then.',
    ],
    [
      { name: 'apiKeys', used: 2, maxNow: null, maxThen: 10 } as const,
      'Less: API keys without limit now, 10 then.',
    ],
    [{ name: 'users', used: 2, maxNow: null, maxThen: null } as const, 'No change: people without limit.'],
  ])('says of %j in plain words what it means', (limit, words) => {
    expect(consequence(limit)).toBe(words);
  });
});
