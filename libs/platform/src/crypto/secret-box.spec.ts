import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { LocalKeyProvider, type KeyProvider } from './key-provider.ts';
import { SecretBox, type DataKeyStore, type SecretPlace, type StoredDataKey } from './secret-box.ts';

/** What the table of data keys does: one current key per tenant, the first to come wins. */
class MemoryStore implements DataKeyStore {
  readonly keys = new Map<string, StoredDataKey>();
  reads = 0;

  async current(tenantId: string): Promise<StoredDataKey | undefined> {
    this.reads++;
    return this.keys.get(tenantId);
  }

  async find(tenantId: string, id: string): Promise<StoredDataKey | undefined> {
    this.reads++;
    const key = this.keys.get(tenantId);
    return key?.id === id ? key : undefined;
  }

  async getOrCreate(tenantId: string, proposal: StoredDataKey): Promise<StoredDataKey> {
    const winner = this.keys.get(tenantId) ?? proposal;
    this.keys.set(tenantId, winner);
    return winner;
  }
}

const place: SecretPlace = {
  tenantId: randomUUID(),
  table: 'project',
  column: 'secret',
  rowId: randomUUID(),
};
const provider = new LocalKeyProvider(randomBytes(32));
let store: MemoryStore;
let box: SecretBox;
beforeEach(() => {
  store = new MemoryStore();
  box = new SecretBox(provider, store);
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
        expect(await new SecretBox(provider, store).open(where, sealed)).toBe(plain);
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
    await expect(box.open(stranger, sealed)).rejects.toMatchObject({ problem: 'key' });
    await box.seal(stranger, 'own');
    await expect(box.open(stranger, sealed)).rejects.toMatchObject({ problem: 'key' });
    store.keys.set(stranger.tenantId, store.keys.get(place.tenantId)!);
    await expect(new SecretBox(provider, store).open(stranger, sealed)).rejects.toMatchObject({
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
    const opening = new SecretBox(other, store).open(place, sealed);
    await expect(opening).rejects.toMatchObject({ problem: 'key' });
    await expect(opening).rejects.toThrow(
      `under the root key ${provider.id}, but the present one is ${other.id}: most likely keys/local.key`,
    );
    await expect(new SecretBox(other, store).seal(place, 'new')).rejects.toMatchObject({ problem: 'key' });
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
    const boxes = Array.from({ length: 4 }, () => new SecretBox(provider, store));
    const sealed = await Promise.all(boxes.map((each, index) => each.seal(place, `secret ${index}`)));
    const opened = await Promise.all(sealed.map((each) => new SecretBox(provider, store).open(place, each)));
    expect(opened).toEqual(['secret 0', 'secret 1', 'secret 2', 'secret 3']);
  });

  test('are looked up once, also by callers at the same moment', async () => {
    const sealed = await box.seal(place, 'x');
    store.reads = 0;
    await Promise.all(Array.from({ length: 10 }, () => box.open(place, sealed)));
    await box.seal(place, 'y');
    expect(store.reads).toBe(1);
  });

  test('are remembered for so many tenants only', async () => {
    const small = new SecretBox(provider, store, { cacheSize: 2 });
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
      derive: (purpose) => provider.derive(purpose),
    };
    const other = new SecretBox(flaky, store);
    await expect(other.open(place, sealed)).rejects.toThrow('key service away');
    down = false;
    expect(await other.open(place, sealed)).toBe('x');
  });
});

test('a keyed hash is the same everywhere under one root key and another under another', async () => {
  const [mine, again, other] = await Promise.all(
    [provider, provider, new LocalKeyProvider(randomBytes(32))].map((each) =>
      new SecretBox(each, new MemoryStore()).keyedHash('verify-me'),
    ),
  );
  expect(mine).toEqual(again);
  expect(mine).not.toEqual(other);
  expect(mine).toHaveLength(32);
  expect(await box.keyedHash('verify-me!')).not.toEqual(mine);
});
