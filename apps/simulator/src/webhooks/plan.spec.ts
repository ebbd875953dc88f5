import fc from 'fast-check';
import { batch, updateKey, updatesOf, type Update } from './envelope.ts';
import { textMessage } from './messages.ts';
import { planPosts } from './plan.ts';
import { serialize } from './serialize.ts';
import { metaSchedule, retryDelays, shortSchedule } from './schedule.ts';

const numbers = ['1', '2', '3'].map((id) => ({
  businessId: `10${id}`,
  phoneNumberId: `20${id}`,
  phoneNumber: `1202555010${id}`,
}));
const updatesFor = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    textMessage(numbers[at % 3]!, { id: `wamid.${at}`, text: `${at}` }),
  );
const keysIn = (wave: object[]) => wave.flatMap((envelope) => updatesOf(envelope).map(updateKey));

describe('planning POSTs', () => {
  it('sends one update per POST, in order, unless told otherwise', () => {
    const updates = updatesFor(5);
    expect(planPosts(updates).map(keysIn)).toEqual([updates.map(updateKey)]);
    expect(planPosts(updates)[0]).toHaveLength(5);
  });

  it('repeats a POST beside itself, as the very same envelope', () => {
    const [wave] = planPosts(updatesFor(2), { duplicates: 2 });
    expect(wave).toHaveLength(6);
    expect(wave![1]).toBe(wave![0]);
    expect(wave![2]).toBe(wave![0]);
    expect(wave![3]).not.toBe(wave![0]);
  });

  it('repeats a POST in later waves when duplicates come apart', () => {
    const waves = planPosts(updatesFor(4), { perPost: 2, duplicates: 2, duplicatesComing: 'apart' });
    expect(waves.map((wave) => wave.length)).toEqual([2, 2, 2]);
    expect(waves[1]![0]).toBe(waves[0]![0]);
  });

  it('regroups into POSTs of other sizes', () => {
    const [originals, repacked] = planPosts(updatesFor(60), { perPost: 10, repack: 1, seed: 7 });
    const sizes = repacked!.map((envelope) => keysIn([envelope]).length);
    expect(originals!.map((envelope) => keysIn([envelope]).length)).toEqual([10, 10, 10, 10, 10, 10]);
    expect(sizes).not.toEqual([10, 10, 10, 10, 10, 10]);
  });

  it('never tells what is lost, in no wave, and tells the rest', () => {
    const waves = planPosts(updatesFor(200), { loss: 0.25, repack: 1, seed: 3 });
    const [first, again] = waves.map((wave) => keysIn(wave).sort());
    expect(first!.length).toBeGreaterThan(120);
    expect(first!.length).toBeLessThan(180);
    expect(again).toEqual(first);
    expect(planPosts(updatesFor(3), { loss: 1 })).toEqual([[]]);
  });

  it('packs up to 1,000 updates and 3 MB into a POST, whatever is in them', () => {
    const sizeOf = (update: Update) => serialize(batch([update])).length;
    const short = planPosts(updatesFor(1_000), { perPost: 1_000, sizeOf })[0]!;
    expect(short).toHaveLength(1);
    // Written as escapes, a character of another script has six bytes.
    const long = Array.from({ length: 1_000 }, (_, at) =>
      textMessage(numbers[at % 3]!, { id: `wamid.${at}`, text: 'ש'.repeat(4_096) }),
    );
    const [wave] = planPosts(long, { perPost: 1_000, sizeOf });
    expect(keysIn(wave!)).toHaveLength(1_000);
    const sizes = wave!.map((envelope) => serialize(envelope).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(3 * 1024 * 1024);
    expect(sizes.length).toBeLessThan(10);
  });

  it('sends an update that is larger than a POST may be by itself', () => {
    const wave = planPosts(updatesFor(3), { perPost: 3, maxBytes: 10, sizeOf: () => 100 })[0]!;
    expect(wave.map((envelope) => keysIn([envelope]).length)).toEqual([1, 1, 1]);
  });

  it('is the same plan for the same seed', () => {
    const disorder = { perPost: 3, shuffle: true, repack: 2, duplicates: 1, seed: 42 };
    expect(planPosts(updatesFor(20), disorder)).toEqual(planPosts(updatesFor(20), disorder));
  });

  it('tells every update, whatever the disorder, and every wave tells all of them', () => {
    fc.assert(
      fc.property(
        fc.record({
          count: fc.integer({ min: 1, max: 40 }),
          perPost: fc.integer({ min: 1, max: 12 }),
          itemsPerChange: fc.integer({ min: 1, max: 4 }),
          duplicates: fc.integer({ min: 0, max: 3 }),
          duplicatesComing: fc.constantFrom('together' as const, 'apart' as const),
          repack: fc.integer({ min: 0, max: 3 }),
          shuffle: fc.boolean(),
          seed: fc.integer({ min: 0, max: 1000 }),
        }),
        ({ count, ...disorder }) => {
          const updates = updatesFor(count);
          const expected = new Set(updates.map(updateKey));
          const { duplicates, duplicatesComing, repack } = disorder;
          const waves = planPosts(updates, disorder).map(keysIn);
          expect(waves).toHaveLength(1 + repack + (duplicatesComing === 'apart' ? duplicates : 0));
          waves.forEach((keys, at) => {
            const copies = at === 0 && duplicatesComing === 'together' ? duplicates + 1 : 1;
            expect(new Set(keys)).toEqual(expected);
            expect(keys).toHaveLength(count * copies);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the retry schedule', () => {
  const days = (delays: number[]) => delays.reduce((sum, delay) => sum + delay, 0) / 86_400_000;

  it('begins at once, slows down, and ends within 7 days', () => {
    const delays = [...retryDelays(metaSchedule)];
    expect(delays.slice(0, 4)).toEqual([0, 10_000, 20_000, 40_000]);
    expect(delays).toEqual([...delays].sort((a, b) => a - b));
    expect(days(delays)).toBeLessThanOrEqual(7);
    expect(days(delays)).toBeGreaterThan(6.7);
  });

  it('can end after 36 hours', () => {
    expect(days([...retryDelays(shortSchedule)])).toBeLessThanOrEqual(1.5);
  });
});
