import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { INestApplicationContext } from '@nestjs/common';
import { AuditVerification, type NotedHead, Tenant } from '@waypost/accounts';
import { StartError, Tenancy } from '@waypost/platform';
import { isUuid } from '../http/ids.ts';

interface Named {
  id: string;
  name: string;
}

/**
 * Checks the chains of all tenants, or of one, and says how each stands; answers whether all of them hold. `anchors`
 * is a file with lines of the worker's log, kept where nobody who can write to the database can write.
 */
export async function verifyAudit(
  services: INestApplicationContext,
  { tenant, anchors }: { tenant?: string; anchors?: string },
  say: (line: string) => void,
): Promise<boolean> {
  const verification = services.get(AuditVerification, { strict: false });
  const noted = anchors === undefined ? new Map<string, NotedHead[]>() : await readAnchors(anchors);
  const tenants = await namesOf(services.get(Tenancy, { strict: false }));
  const wanted = tenant === undefined ? await everyChain(verification, noted) : [idOf(tenants, tenant)];
  let good = true;
  for (const id of wanted) {
    const { checked, broken } = await verification.verify(id, { noted: noted.get(id) });
    const name = tenants.find((one) => one.id === id)?.name ?? 'a tenant that is gone';
    if (broken) say(`BROKEN  ${name} (${id}), entry ${broken.sequence}: ${broken.problem}`);
    else say(`holds   ${name} (${id}), ${checked} ${checked === 1 ? 'entry' : 'entries'}`);
    good &&= broken === null;
  }
  return good;
}

async function everyChain(
  verification: AuditVerification,
  noted: Map<string, NotedHead[]>,
): Promise<string[]> {
  return [...new Set([...(await verification.tenants()), ...noted.keys()])];
}

function namesOf(tenancy: Tenancy): Promise<Named[]> {
  return tenancy.system(async (rows) => {
    const found = await rows.find(Tenant, { select: { id: true, slug: true } });
    return found.map(({ id, slug }) => ({ id, name: slug }));
  });
}

/** One that is gone has no slug any more, only its id. */
function idOf(tenants: Named[], wanted: string): string {
  const found = tenants.find(({ id, name }) => id === wanted.toLowerCase() || name === wanted);
  if (found) return found.id;
  if (isUuid(wanted)) return wanted.toLowerCase();
  throw new StartError(`There is no tenant "${wanted}". Name one by its slug or its id.`);
}

/** The heads that the worker noted in its log; other lines are passed over. */
async function readAnchors(file: string): Promise<Map<string, NotedHead[]>> {
  const noted = new Map<string, NotedHead[]>();
  try {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      if (!line.includes('"audit anchored"')) continue;
      const { tenantId, sequence, hash } = JSON.parse(line) as { tenantId: string } & NotedHead;
      noted.set(tenantId, [...(noted.get(tenantId) ?? []), { sequence, hash }]);
    }
  } catch (error) {
    throw new StartError(`The anchors in ${file} cannot be read: ${(error as Error).message}.`);
  }
  return noted;
}
