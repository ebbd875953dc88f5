import { Injectable } from '@nestjs/common';
import type { ProjectId, TenantId } from '@waypost/contracts';
import { SecretBox } from '@waypost/platform';

interface Place {
  tenantId: TenantId;
  id: ProjectId;
}

/** Seals what is secret about a project, each in the place where the deliverer opens it. */
@Injectable()
export class ProjectSeals {
  constructor(private readonly secrets: SecretBox) {}

  secret(place: Place, secret: string): Promise<Buffer> {
    return this.secrets.seal(at(place, 'secret'), secret);
  }

  /** The same secret in the place of the previous one: an envelope cannot be moved, only opened and made anew. */
  async previousSecret(place: Place, current: Buffer): Promise<Buffer> {
    return this.secrets.seal(
      at(place, 'previous_secret'),
      await this.secrets.open(at(place, 'secret'), current),
    );
  }

  /** Whether two envelopes hold the same secret: one may have been sealed anew under another data key. */
  async isSameSecret(place: Place, one: Buffer, other: Buffer): Promise<boolean> {
    const [a, b] = await Promise.all(
      [one, other].map((each) => this.secrets.open(at(place, 'secret'), each)),
    );
    return a === b;
  }

  async headers(place: Place, headers: Record<string, string>): Promise<Buffer | null> {
    if (Object.keys(headers).length === 0) return null;
    return this.secrets.seal(at(place, 'headers'), JSON.stringify(headers));
  }
}

function at({ tenantId, id }: Place, column: 'secret' | 'previous_secret' | 'headers') {
  return { tenantId, table: 'project', column, rowId: id };
}
