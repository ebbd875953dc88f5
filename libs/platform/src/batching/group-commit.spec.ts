import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { BufferFull, GroupCommit, type GroupCommitOptions } from './group-commit.ts';

interface Row {
  name: number;
  size: number;
}

/** A group commit whose commits end when and how the test says. */
function world(options: Partial<GroupCommitOptions<Row>> = {}) {
  const commits: Row[][] = [];
  const out: { rows: Row[]; done: () => void; fail: (error: Error) => void }[] = [];
  const group = new GroupCommit<Row>({
    sizeOf: ({ size }) => size,
    commit: (rows) => {
      commits.push(rows);
      return new Promise((done, fail) => out.push({ rows, done, fail }));
    },
    ...options,
  });
  let names = 0;
  const settled = new Map<number, unknown>();
  /** Adds rows of one size; what becomes of each is in `settled`: `true`, or the error. */
  const add = (times: number, size = 1) => {
    for (let n = 0; n < times; n += 1) {
      const name = (names += 1);
      group.add({ name, size }).then(
        () => settled.set(name, true),
        (error: unknown) => settled.set(name, error),
      );
    }
  };
  const sizes = () => commits.map((rows) => rows.length);
  return { group, add, commits, out, settled, sizes };
}

describe('GroupCommit', () => {
  it('commits a lone item at once, without waiting for company', async () => {
    const { add, commits, out, settled } = world();
    add(1);
    await turn();
    expect(commits).toEqual([[{ name: 1, size: 1 }]]);
    expect(settled.size).toBe(0);
    out[0]!.done();
    await turn();
    expect(settled.get(1)).toBe(true);
  });

  it('commits together what comes in together', async () => {
    const { add, sizes } = world();
    add(50);
    await turn();
    expect(sizes()).toEqual([50]);
  });

  it('never has more than two commits out, and fills the next batch meanwhile', async () => {
    const { group, add, out, sizes } = world();
    for (const some of [1, 2]) {
      add(some);
      await turn();
    }
    for (let n = 0; n < 300; n += 1) {
      add(1);
      if (n % 50 === 0) await turn();
    }
    await turn();
    expect(sizes()).toEqual([1, 2]);
    expect(group.buffered).toBe(300);
    out[1]!.done();
    await turn();
    await turn();
    expect(sizes()).toEqual([1, 2, 256]);
    out[0]!.done();
    await turn();
    await turn();
    expect(sizes()).toEqual([1, 2, 256, 44]);
    expect(group.buffered).toBe(0);
  });

  it('resolves each caller with its own commit and no other', async () => {
    const { add, out, settled } = world({ maxRows: 2 });
    add(4);
    await turn();
    out[1]!.done();
    await turn();
    expect([...settled.keys()]).toEqual([3, 4]);
  });

  it('bounds a batch in bytes, and sends an item that is larger than a batch alone', async () => {
    const { add, sizes, out } = world({ maxBytes: 100, flushers: 1 });
    for (const size of [40, 60, 1, 500, 30, 70]) add(1, size);
    for (let n = 0; n < 4; n += 1) {
      await turn();
      out[n]!.done();
      await turn();
    }
    expect(sizes()).toEqual([2, 1, 1, 2]);
  });

  it.each([
    ['rows', { maxBufferedRows: 3 }, 1],
    ['bytes', { maxBufferedBytes: 30 }, 10],
  ])(
    'refuses at once when too many %s wait, and takes on again when there is room',
    async (_, bound, size) => {
      const { add, out, settled, group } = world({ flushers: 1, ...bound });
      add(1, size);
      await turn();
      add(4, size);
      await turn();
      expect([...settled]).toEqual([[5, expect.any(BufferFull)]]);
      expect(group.buffered).toBe(3);
      out[0]!.done();
      await turn();
      await turn();
      add(3, size);
      await turn();
      expect([...settled]).toEqual([
        [5, expect.any(BufferFull)],
        [1, true],
      ]);
    },
  );

  it('rejects exactly the items of a commit that failed, and goes on', async () => {
    const { add, out, settled } = world({ maxRows: 2 });
    const refused = new Error('refused');
    add(5);
    await turn();
    out[0]!.fail(refused);
    out[1]!.done();
    await turn();
    await turn();
    out[2]!.done();
    await turn();
    expect(new Map([...settled].sort())).toEqual(
      new Map<number, unknown>([
        [1, refused],
        [2, refused],
        [3, true],
        [4, true],
        [5, true],
      ]),
    );
  });

  it('rejects also when the commit throws before it begins', async () => {
    const broken = new GroupCommit<Row>({
      sizeOf: () => 1,
      commit: () => {
        throw new Error('no connection');
      },
    });
    await expect(broken.add({ name: 1, size: 1 })).rejects.toThrow('no connection');
    await broken.drained();
  });

  it('is drained when nothing waits and nothing is being written', async () => {
    const { group, add, out } = world({ flushers: 1, maxRows: 1 });
    await group.drained();
    add(2);
    let drained = false;
    const end = group.drained().then(() => (drained = true));
    await turn();
    out[0]!.done();
    await new Promise((next) => setTimeout(next, 20));
    expect(drained).toBe(false);
    out[1]!.done();
    await end;
  });

  it('commits every item once and in order, within its bounds, however items and commits interleave', async () => {
    const step = fc.oneof(
      fc.record({ add: fc.nat(9), size: fc.integer({ min: 1, max: 40 }) }),
      fc.constantFrom('turn', 'done', 'fail'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { group, add, commits, out, settled } = world({ maxRows: 5, maxBytes: 50 });
        const failed = new Error('failed');
        let added = 0;
        const end = (fails: boolean) => {
          const next = out.shift();
          if (fails) next?.fail(failed);
          else next?.done();
        };
        for (const now of steps) {
          if (typeof now === 'object') {
            add(now.add, now.size);
            added += now.add;
          } else if (now === 'turn') await turn();
          else end(now === 'fail');
          expect(out.length).toBeLessThanOrEqual(2);
        }
        for (let n = 0; n <= added && settled.size < added; n += 1) {
          end(false);
          await turn();
        }
        expect(group.buffered).toBe(0);
        expect(commits.flat().map(({ name }) => name)).toEqual(
          Array.from({ length: added }, (_, n) => n + 1),
        );
        for (const rows of commits) {
          expect(rows.length).toBeLessThanOrEqual(5);
          expect(rows.length === 1 || rows.reduce((sum, { size }) => sum + size, 0) <= 50).toBe(true);
          expect(new Set(rows.map(({ name }) => settled.get(name))).size).toBe(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});
