import { Injectable } from '@nestjs/common';
import { AppError, Tenancy } from '@waypost/platform';
import { Audit } from '../audit/audit.ts';
import { TotpService } from '../totp/totp.service.ts';
import { Afterwards } from '../users/afterwards.ts';
import { KnownDevices } from '../users/known-devices.ts';
import { passwordMatches } from '../users/password.ts';
import { normalEmail } from '../users/people.service.ts';
import { type Person, tenantToOpen } from '../users/person.ts';
import { type Device, type OpenedSession, SessionsService, type SignInMethod } from './sessions.service.ts';
import { type Attempt, SignInLimits } from './sign-in-limits.ts';

export interface Credentials {
  email: string;
  password: string;
  /** Six digits of the authenticator, or a recovery code; needed where TOTP is on. */
  code?: string;
}

export interface Proven {
  person: Person;
  methods: SignInMethod[];
}

type Found = Person & { passwordHash: string | null; knownMarks: string[] };

@Injectable()
export class SignInService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly sessions: SessionsService,
    private readonly devices: KnownDevices,
    private readonly limits: SignInLimits,
    private readonly totp: TotpService,
    private readonly audit: Audit,
    private readonly afterwards: Afterwards,
  ) {}

  /** Throws what `prove` throws. */
  async signIn(credentials: Credentials, device: Device): Promise<OpenedSession> {
    const { person, methods } = await this.prove(credentials, device);
    return this.sessions.open(person, { device, methods });
  }

  /**
   * Who it is, by password and, where it is on, a code. Throws `bad_credentials`, the same and after the same work for
   * whatever is wrong with e-mail and password; with both right `totp_required` without a code and `bad_code` with a
   * wrong one; and `too_many_requests`.
   */
  async prove({ email, password, code }: Credentials, device: Device): Promise<Proven> {
    const account = normalEmail(email);
    const marks = await this.devices.marksOf(device);
    const found = await this.find(account, Object.values(marks));
    const attempt: Attempt = { account, address: device.address, marks, known: found?.knownMarks ?? [] };
    const held = await this.limits.password(attempt);
    const matches = await passwordMatches(password, found?.passwordHash ?? undefined);
    if (!found || !matches || found.status !== 'active') {
      this.noteRefusal(found, device, found?.status === 'disabled' ? 'disabled' : 'password');
      throw new AppError(
        'bad_credentials',
        'No account has this e-mail and this password. Check both and try again.',
      );
    }
    await held.succeeded();
    const methods: SignInMethod[] = ['password'];
    if (found.hasTotp) {
      methods.push(
        await this.proveCode(found, code, attempt).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'bad_code') this.noteRefusal(found, device, 'code');
          throw error;
        }),
      );
    }
    await this.devices.remember(found.id, device);
    const { passwordHash: _hash, knownMarks: _marks, ...person } = found;
    return { person, methods };
  }

  private async proveCode(person: Person, code: string | undefined, attempt: Attempt): Promise<SignInMethod> {
    if (code === undefined || code.trim() === '') {
      throw new AppError(
        'totp_required',
        'Send the six digits of your authenticator, or one of your recovery codes, in "code" as well.',
      );
    }
    const held = await this.limits.code(attempt);
    const method = await this.totp.use(person.id, code);
    await held.succeeded();
    return method;
  }

  /** Where the person, and whoever administrates their tenant, can see it. After the answer: its time must not tell. */
  private noteRefusal(
    found: Found | undefined,
    device: Device,
    wrong: 'password' | 'code' | 'disabled',
  ): void {
    if (!found) return;
    const tenantId = tenantToOpen(found)?.tenantId;
    const deed = {
      action: 'session.refused',
      target: { type: 'person', id: found.id },
      after: { wrong },
      tenantId,
    };
    this.afterwards.do('a refused sign-in is missing in the audit', () =>
      this.tenancy.system((rows) => this.audit.record(rows, device, deed)),
    );
  }

  private find(account: string, marks: string[]): Promise<Found | undefined> {
    return this.tenancy.lookUp<Found>('SELECT find_sign_in($1, $2) AS found', [
      account,
      marks.map((mark) => Buffer.from(mark, 'hex')),
    ]);
  }
}
