import { statusStory } from './status-story.ts';

const number = { businessId: '1', phoneNumberId: '2', phoneNumber: '12025550101' };
const at = new Date('2026-11-01T12:00:00Z');
const second = 1793534400;
const told = (options: Parameters<typeof statusStory>[1]) =>
  statusStory(number, { at, messageId: 'wamid.1', ...options }).map(({ item }) => ({
    status: item.status,
    at: Number(item.timestamp) - second,
    priced: item.pricing !== undefined,
    id: item.id,
  }));

describe('all statuses of a message', () => {
  it.each([
    ['read', ['sent', 'delivered', 'read'], [true, true, false]],
    ['delivered', ['sent', 'delivered'], [true, true]],
    ['skipped', ['sent', 'read'], [true, true]],
    ['played', ['sent', 'delivered', 'read', 'played'], [true, true, false, false]],
    ['sent', ['sent'], [true]],
    ['failed', ['sent', 'failed'], [true, false]],
    ['recovered', ['sent', 'failed', 'delivered'], [true, false, true]],
  ] as const)('%s: each is about the same message, priced where Meta prices', (ending, names, priced) => {
    const story = told({ ending });
    expect(story.map(({ status }) => status)).toEqual(names);
    expect(story.map((each) => each.priced)).toEqual(priced);
    expect(new Set(story.map(({ id }) => id))).toEqual(new Set(['wamid.1']));
  });

  it.each([
    ['in_order', ['sent', 'delivered', 'read'], [0, 2, 4]],
    ['reversed', ['read', 'delivered', 'sent'], [4, 2, 0]],
    ['same_second', ['sent', 'delivered', 'read'], [0, 0, 0]],
    ['late', ['sent', 'delivered', 'read'], [-518400, -518398, -518396]],
    ['ahead', ['sent', 'delivered', 'read'], [90, 92, 94]],
  ] as const)('%s: told in that order, with these stamps', (telling, names, stamps) => {
    const story = told({ telling });
    expect(story.map(({ status }) => status)).toEqual(names);
    expect(story.map((each) => each.at)).toEqual(stamps);
  });

  it('makes an id up where none is given, one for the whole story', () => {
    const ids = statusStory(number).map(({ item }) => item.id);
    expect(ids[0]).toMatch(/^wamid\./);
    expect(new Set(ids).size).toBe(1);
  });
});
