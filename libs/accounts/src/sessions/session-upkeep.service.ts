import { Injectable } from '@nestjs/common';
import { Clock, Tenancy } from '@waypost/platform';
import { LessThan } from 'typeorm';
import { Session } from './session.entity.ts';
import { forgottenBefore } from './session-life.ts';
import { SigningKeys } from './signing-keys.service.ts';

/** What is done for sessions every minute, by whichever process comes first. */
@Injectable()
export class SessionUpkeep {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {}

  /** Renews the signing key when it is due, and forgets sessions that have been over for a week. */
  async run(): Promise<void> {
    await this.keys.keepHouse();
    const usedAt = LessThan(forgottenBefore(this.clock.now()));
    await this.tenancy.system((rows) => rows.delete(Session, { usedAt }));
  }
}
