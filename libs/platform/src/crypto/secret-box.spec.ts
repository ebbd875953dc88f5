import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { LocalKeyProvider, type KeyProvider } from './key-provider.ts';
import { MemoryKeys } from './memory-keys.ts';
import { RootKeys } from './root-keys.ts';
import { dataKeyOf, SecretBox, type SecretPlace } from './secret-box.ts';
import { SecretError } from './secret-error.ts';

const place: SecretPlace = {
  tenantId: randomUUID(),
  table: 'project',
  column: 'secret',
  rowId: randomUUID(),
};
const provider = new LocalKeyProvider(randomBytes(32));
const roots = new RootKeys(provider);
let store: MemoryKeys;
let box: SecretBox;
beforeEach(() => {
  store = new MemoryKeys();
  box = new SecretBox(roots, store);
});

describe('a sealed secret', () => {
  test('opens to what was sealed, whatever it was', async () => {
    const anyPlace = fc.record({
      tenantId: fc.string(),
      table: fc.string(),
      column: fc.string(),
      rowId: fc.string(),
    });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), anyPlace, async (plain, where) => {
        const sealed = await box.seal(where, plain);
        expect(await box.open(where, sealed)).toBe(plain);
        expect(await new SecretBox(roots, store).open(where, sealed)).toBe(plain);
      }),
    );
  });

  test('does not open after any bit of it has changed', async () => {
    const sealed = await box.seal(place, 'whsec_abc');
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
        const changed = Buffer.from(sealed);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        await expect(box.open(place, changed)).rejects.toMatchObject({ name: 'SecretError' });
      }),
      { numRuns: 300 },
    );
  });

  test('does not open when cut or lengthened', async () => {
    const sealed = await box.seal(place, 'whsec_abc');
    for (let length = 0; length < sealed.length; length++) {
      await expect(box.open(place, sealed.subarray(0, length))).rejects.toMatchObject({
        name: 'SecretError',
      });
    }
    await expect(box.open(place, Buffer.concat([sealed, Buffer.of(0)]))).rejects.toMatchObject({
      problem: 'altered',
    });
  });

  test.each(['table', 'column', 'rowId'] as const)('does not open under another %s', async (part) => {
    const sealed = await box.seal(place, 'whsec_abc');
    const elsewhere = { ...place, [part]: 'other' };
    await expect(box.open(elsewhere, sealed)).rejects.toMatchObject({ problem: 'altered' });
  });

  test('keeps the parts of its place apart', async () => {
    const sealed = await box.seal({ ...place, table: 'ab', column: 'c' }, 'x');
    await expect(box.open({ ...place, table: 'a', column: 'bc' }, sealed)).rejects.toMatchObject({
      problem: 'altered',
    });
  });

  test("does not open for another tenant, with or without this tenant's key at hand", async () => {
    const sealed = await box.seal(place, 'whsec_abc');
    const stranger = { ...place, tenantId: randomUUID() };
    await expect(box.open(stranger, sealed)).rejects.toMatchObject({ problem: 'altered' });
    await box.seal(stranger, 'own');
    await expect(box.open(stranger, sealed)).rejects.toMatchObject({ problem: 'altered' });
    store.keys.set(stranger.tenantId, store.keys.get(place.tenantId)!);
    await expect(new SecretBox(roots, store).open(stranger, sealed)).rejects.toMatchObject({
      problem: 'altered',
    });
  });

  test('never looks the same twice and holds nothing readable', async () => {
    const [one, other] = await Promise.all([box.seal(place, 'whsec_abc'), box.seal(place, 'whsec_abc')]);
    expect(one.equals(other)).toBe(false);
    expect(one.includes('whsec')).toBe(false);
    expect(one[0]).toBe(1);
    expect(one.length).toBe(1 + 16 + 12 + 'whsec_abc'.length + 16);
  });

  test('is refused in words when it is something else', async () => {
    await expect(
      box.open(place, Buffer.from('plain text as an older system left it, long enough')),
    ).rejects.toThrow(`The stored secret project.secret of ${place.rowId} is not in Waypost's format`);
  });
});

describe('the root key', () => {
  test('when it is another one, the error says which is needed and where it was', async () => {
    const sealed = await box.seal(place, 'whsec_abc');
    const other = new LocalKeyProvider(randomBytes(32));
    const otherRoots = new RootKeys(other);
    const opening = new SecretBox(otherRoots, store).open(place, sealed);
    await expect(opening).rejects.toMatchObject({ problem: 'key' });
    await expect(opening).rejects.toThrow(
      `under the root key ${provider.id}, but the present one is ${other.id}: most likely keys/local.key`,
    );
    await expect(new SecretBox(otherRoots, store).seal(place, 'new')).rejects.toMatchObject({
      problem: 'key',
    });
  });

  test('when what it wrapped was altered, the error says so', async () => {
    const wrapped = await provider.wrap(randomBytes(32));
    wrapped[20]! ^= 1;
    await expect(provider.unwrap(wrapped)).rejects.toThrow(/keys\/local\.key .* was lost or replaced/);
  });

  test('has an id and derived keys that depend on it alone', async () => {
    const root = randomBytes(32);
    const [one, again, other] = [root, root, randomBytes(32)].map((key) => new LocalKeyProvider(key));
    expect(one!.id).toBe(again!.id);
    expect(one!.id).not.toBe(other!.id);
    expect(one!.id).toMatch(/^local:[0-9a-f]{16}$/);
    expect(await one!.derive('a')).toEqual(await again!.derive('a'));
    expect(await one!.derive('a')).not.toEqual(await one!.derive('b'));
  });

  test('has 32 bytes or is refused', () => {
    expect(() => new LocalKeyProvider(Buffer.alloc(16))).toThrow('32 bytes');
  });
});

describe('data keys', () => {
  test('of two processes that seal first at the same moment are one', async () => {
    const boxes = Array.from({ length: 4 }, () => new SecretBox(roots, store));
    const sealed = await Promise.all(boxes.map((each, index) => each.seal(place, `secret ${index}`)));
    const opened = await Promise.all(sealed.map((each) => new SecretBox(roots, store).open(place, each)));
    expect(opened).toEqual(['secret 0', 'secret 1', 'secret 2', 'secret 3']);
  });

  test('are looked up once, also by callers at the same moment', async () => {
    const sealed = await box.seal(place, 'x');
    const other = new SecretBox(roots, store);
    store.reads = 0;
    await Promise.all(Array.from({ length: 10 }, () => other.open(place, sealed)));
    expect(store.reads).toBe(1);
    await Promise.all(Array.from({ length: 10 }, () => other.seal(place, 'y')));
    expect(store.reads).toBe(2);
  });

  test('are remembered for so many tenants only', async () => {
    const small = new SecretBox(roots, store, { keys: { size: 2 } });
    const places = [1, 2, 3].map(() => ({ ...place, tenantId: randomUUID() }));
    const sealed = await Promise.all(places.map((each) => small.seal(each, 'x')));
    store.reads = 0;
    for (let round = 0; round < 2; round++) {
      for (const [index, each] of places.entries()) expect(await small.open(each, sealed[index]!)).toBe('x');
    }
    expect(store.reads).toBe(6);
  });

  test('are asked for again after a failure', async () => {
    const sealed = await box.seal(place, 'x');
    let down = true;
    const flaky: KeyProvider = {
      id: provider.id,
      wrap: (key) => provider.wrap(key),
      unwrap: async (wrapped) => {
        if (down) throw new Error('key service away');
        return provider.unwrap(wrapped);
      },
    };
    const other = new SecretBox(new RootKeys(flaky), store);
    await expect(other.open(place, sealed)).rejects.toThrow('key service away');
    down = false;
    expect(await other.open(place, sealed)).toBe('x');
  });
});

describe('data keys in memory', () => {
  const minute = 60_000;
  let now = 0;
  let unwraps = 0;
  let trouble: SecretError | undefined;
  const service: KeyProvider = {
    id: provider.id,
    wrap: (key) => provider.wrap(key),
    unwrap: async (wrapped) => {
      unwraps++;
      if (trouble) throw trouble;
      return provider.unwrap(wrapped);
    },
  };
  const settled = () => new Promise((next) => setImmediate(next));

  async function opened(): Promise<{ open(): Promise<string> }> {
    const sealed = await box.seal(place, 'x');
    now = 0;
    unwraps = 0;
    trouble = undefined;
    const other = new SecretBox(new RootKeys(service), store, { now: () => now });
    await other.open(place, sealed);
    return { open: () => other.open(place, sealed) };
  }

  test('are asked for again beside the work once they are no longer fresh', async () => {
    const { open } = await opened();
    now = 14 * minute;
    await open();
    expect(unwraps).toBe(1);
    now = 16 * minute;
    await Promise.all([open(), open()]);
    await settled();
    expect(unwraps).toBe(2);
  });

  test('outlast a key service that is away, though not for ever', async () => {
    const { open } = await opened();
    trouble = new SecretError('unavailable', 'away');
    now = 50 * minute;
    expect(await open()).toBe('x');
    await settled();
    expect(await open()).toBe('x');
    expect(unwraps).toBe(2);
    now = 61 * minute;
    await expect(open()).rejects.toThrow('away');
    trouble = undefined;
    expect(await open()).toBe('x');
  });

  test('are dropped as soon as the key service refuses them', async () => {
    const { open } = await opened();
    trouble = new SecretError('key', 'disabled');
    now = 16 * minute;
    await open();
    await settled();
    await expect(open()).rejects.toThrow('disabled');
  });
});

describe('a new data key', () => {
  test('is used at once by who made it, and by others within a minute; what was sealed before still opens', async () => {
    let now = 0;
    const [one, other] = [0, 1].map(() => new SecretBox(roots, store, { now: () => now }));
    const before = await one!.seal(place, 'old');
    await other!.open(place, before);
    await other!.seal(place, 'old');
    await one!.renewDataKey(place.tenantId);
    const { id } = store.keys.get(place.tenantId)!;
    expect(dataKeyOf(await one!.seal(place, 'new'))).toBe(id);
    expect(dataKeyOf(await other!.seal(place, 'new'))).toBe(dataKeyOf(before));
    now = 60_000;
    expect(dataKeyOf(await other!.seal(place, 'new'))).toBe(id);
    for (const each of [one!, other!]) expect(await each.open(place, before)).toBe('old');
  });
});

describe('a former root key', () => {
  const next = new LocalKeyProvider(randomBytes(32));

  test('still opens what it wrapped, and wraps nothing new', async () => {
    const sealed = await box.seal(place, 'whsec_abc');
    const both = new SecretBox(new RootKeys(next, [provider]), store);
    expect(await both.open(place, sealed)).toBe('whsec_abc');
    await both.seal({ ...place, tenantId: randomUUID() }, 'x');
    expect([...store.keys.values()].map(({ keyId }) => keyId)).toEqual([provider.id, next.id]);
  });

  test('leaves the keyed hashes as they were, also to a provider that can only wrap', async () => {
    await box.seal(place, 'x');
    const wrapsOnly: KeyProvider = {
      id: 'other:1',
      wrap: (key) => next.wrap(key),
      unwrap: (key) => next.unwrap(key),
    };
    const before = await new SecretBox(roots, new MemoryKeys()).keyedHash('verify-me');
    expect(await new SecretBox(new RootKeys(wrapsOnly, [provider]), store).keyedHash('verify-me')).toEqual(
      before,
    );
    // Now wrapped by the new one, which needs the former no more.
    expect(await new SecretBox(new RootKeys(wrapsOnly), store).keyedHash('verify-me')).toEqual(before);
  });

  test('that is missing is asked for before hashes would change', async () => {
    await box.seal(place, 'x');
    const hashing = new SecretBox(new RootKeys(next), store).keyedHash('verify-me');
    await expect(hashing).rejects.toThrow('PREVIOUS_ENCRYPTION_KEY');
  });
});

test('whoever watches hears of secrets that were tampered with, and of no others', async () => {
  const heard: string[] = [];
  const watched = new SecretBox(roots, store, {
    watch: ({ column }, _, { problem }) => heard.push(`${column} ${problem}`),
  });
  const sealed = await watched.seal(place, 'x');
  await watched.open(place, sealed);
  await expect(watched.open({ ...place, column: 'elsewhere' }, sealed)).rejects.toThrow(
    'belongs to another row',
  );
  await expect(watched.open(place, Buffer.from('nonsense'))).rejects.toThrow('format');
  await expect(
    new SecretBox(new RootKeys(new LocalKeyProvider(randomBytes(32))), store).open(place, sealed),
  ).rejects.toThrow('root key');
  expect(heard).toEqual(['elsewhere altered', 'secret damaged']);
});

test('a keyed hash is the same everywhere under one root key and another under another', async () => {
  const [mine, again, other] = await Promise.all(
    [provider, provider, new LocalKeyProvider(randomBytes(32))].map((each) =>
      new SecretBox(new RootKeys(each), new MemoryKeys()).keyedHash('verify-me'),
    ),
  );
  expect(mine).toEqual(again);
  expect(mine).not.toEqual(other);
  expect(mine).toHaveLength(32);
  expect(await box.keyedHash('verify-me!')).not.toEqual(mine);
});
