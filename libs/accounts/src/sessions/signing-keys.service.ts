import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import { AppError, Clock, newId, type SecretPlace, SecretBox, Tenancy } from '@waypost/platform';
import { type EntityManager, IsNull, LessThan } from 'typeorm';
import type { Actor } from '../audit/actor.ts';
import { Audit } from '../audit/audit.ts';
import { type PublicKey, SigningKey } from './signing-key.entity.ts';

const LOCK = `SELECT pg_advisory_xact_lock(hashtext('signing_key'))`;
const ROTATE_MS = 30 * 86_400_000;
/** Longer than a token lives and than any process goes on signing with a key that another one has retired. */
const KEEP_MS = 3_600_000;
/** How long a process goes by what it has read. */
const FRESH_MS = 30_000;
/** Unknown key ids make no process read oftener than this. */
const PAUSE_MS = 500;

const makePair = promisify(generateKeyPair);

interface Known {
  keys: Map<string, SigningKey & { verifier: KeyObject }>;
  /** When the reading began, by the monotonic clock. */
  readAt: number;
}

/** The keys of access tokens: made at the first need, renewed every month, shared by all processes through the table. */
@Injectable()
export class SigningKeys {
  private known?: Known;
  private reading?: Promise<Known>;
  private readonly opened = new Map<string, Promise<string>>();

  constructor(
    private readonly tenancy: Tenancy,
    private readonly secrets: SecretBox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The id of the key that signs now. */
  async currentId(): Promise<string> {
    const current = inUse(await this.read(FRESH_MS));
    if (current) return current.id;
    await this.make({ system: 'sessions' }, (present) => !present);
    const made = inUse(await this.read(0));
    if (made) return made.id;
    throw new AppError('unavailable', 'The key that signs access tokens is being renewed. Try again.');
  }

  /** The private half of a key that signs, in PEM. */
  async signer(id: string): Promise<string> {
    const known = this.opened.get(id);
    if (known) return known;
    const row = (await this.read(FRESH_MS)).keys.get(id);
    if (!row) throw new Error(`The signing key ${id} is gone.`);
    const opening = this.secrets.open(placeOf(id), row.privateKey);
    // One at a time is in use: what was retired is not kept in memory.
    this.opened.clear();
    this.opened.set(id, opening);
    opening.catch(() => this.opened.delete(id));
    return opening;
  }

  /** The public half of a key of ours whose tokens may still be good; undefined for any other id. */
  async verifier(id: string): Promise<KeyObject | undefined> {
    const known = await this.read(FRESH_MS);
    const row = known.keys.get(id) ?? (await this.readAgain(known)).keys.get(id);
    return row && !this.isOver(row) ? row.verifier : undefined;
  }

  /** The public halves as they are published, the newest first. */
  async published(): Promise<(PublicKey & { kid: string; alg: 'RS256'; use: 'sig' })[]> {
    await this.currentId();
    const rows = [...(await this.read(FRESH_MS)).keys.values()].filter((row) => !this.isOver(row));
    return rows.map(({ id, publicKey }) => ({ ...publicKey, kid: id, alg: 'RS256', use: 'sig' }));
  }

  /** Another key signs from now on. What the former one signed stays good until it is over. */
  async rotate(who: Actor): Promise<{ keyId: string }> {
    await this.make(who, () => true);
    await this.read(0);
    return { keyId: await this.currentId() };
  }

  /** Renews a key that has signed for a month, and forgets keys whose tokens are over. */
  async keepHouse(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.tenancy.system((rows) =>
      rows.delete(SigningKey, { retiredAt: LessThan(new Date(now - KEEP_MS)) }),
    );
    const isOld = (present: SigningKey | null) =>
      present !== null && present.createdAt.getTime() < now - ROTATE_MS;
    const present = await this.tenancy.system((rows) => rows.findOneBy(SigningKey, { retiredAt: IsNull() }));
    if (isOld(present)) await this.make({ system: 'sessions' }, isOld);
  }

  /** Makes a key, and puts it in place if that is still `wanted` once nobody else is at it. */
  private async make(who: Actor, wanted: (present: SigningKey | null) => boolean): Promise<void> {
    // Before the unit of work: making and sealing take their time, and the sealing connections of its own.
    const draft = await this.draft();
    await this.tenancy.system(async (rows) => {
      await rows.query(LOCK);
      const present = await rows.findOneBy(SigningKey, { retiredAt: IsNull() });
      if (!wanted(present)) return;
      await rows.update(SigningKey, { retiredAt: IsNull() }, { retiredAt: draft.createdAt });
      await rows.insert(SigningKey, draft);
      await this.note(rows, who, { present, draft });
    });
  }

  private async note(
    rows: EntityManager,
    who: Actor,
    { present, draft }: { present: SigningKey | null; draft: SigningKey },
  ): Promise<void> {
    await this.audit.record(rows, who, {
      action: present ? 'signing-key.rotated' : 'signing-key.created',
      target: { type: 'signing-key', id: draft.id },
      tenantId: PLATFORM_TENANT_ID,
      ...(present && { before: { keyId: present.id } }),
      after: { keyId: draft.id },
    });
  }

  private async draft(): Promise<SigningKey> {
    const id = newId<'signing key'>();
    const { publicKey, privateKey } = await makePair('rsa', { modulusLength: 3_072 });
    const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    return Object.assign(new SigningKey(), {
      id,
      publicKey: { kty: 'RSA' as const, n, e },
      privateKey: await this.secrets.seal(placeOf(id), pem),
      createdAt: this.clock.now(),
      retiredAt: null,
    });
  }

  private isOver({ retiredAt }: SigningKey): boolean {
    return retiredAt !== null && retiredAt.getTime() < this.clock.now().getTime() - KEEP_MS;
  }

  /** Another process may have made a key since: who asks for one that is not known waits for the next look. */
  private async readAgain({ readAt }: Known): Promise<Known> {
    const asked = performance.now();
    await setTimeout(Math.max(0, readAt + PAUSE_MS - asked));
    // Whatever was read since the question came knows every key that there was when it came.
    return this.known && this.known.readAt >= asked ? this.known : this.read(0);
  }

  /** What the table says, read at most `age` milliseconds ago. */
  private async read(age: number): Promise<Known> {
    if (this.known && performance.now() - this.known.readAt < age) return this.known;
    // A look that is under way may have begun before what is asked for was written.
    if (age === 0) await this.reading?.catch(() => undefined);
    this.reading ??= this.readNow().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readNow(): Promise<Known> {
    const readAt = performance.now();
    const rows = await this.tenancy.system((manager) =>
      manager.find(SigningKey, { order: { createdAt: 'DESC' } }),
    );
    const keys = rows.map((row) => {
      const verifier = createPublicKey({ key: { ...row.publicKey }, format: 'jwk' });
      return [row.id, Object.assign(row, { verifier })] as const;
    });
    this.known = { keys: new Map(keys), readAt };
    return this.known;
  }
}

function inUse({ keys }: Known): SigningKey | undefined {
  return [...keys.values()].find((row) => row.retiredAt === null);
}

function placeOf(rowId: string): SecretPlace {
  return { tenantId: PLATFORM_TENANT_ID, table: 'signing_key', column: 'private_key', rowId };
}
