import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SETTINGS, type Settings } from '@waypost/platform';
import { type DrawnLink, Links } from '../links/links.service.ts';
import { publicAddress } from '../mail/links.ts';
import { Outbox, type PreparedMail } from '../mail/outbox.ts';
import { PeopleService } from '../users/people.service.ts';
import type { User } from '../users/user.entity.ts';

export interface PreparedWelcome {
  mail: PreparedMail;
  /** Absent for somebody who has a password. */
  link?: DrawnLink<'welcome'>;
}

/** The first mail to the administrator of a new tenant: with a link to choose a password, never with a password. */
@Injectable()
export class Welcome {
  constructor(
    private readonly people: PeopleService,
    private readonly links: Links,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Before the unit of work. */
  async prepare({ email, name, locale }: User, tenantName: string): Promise<PreparedWelcome> {
    const known = await this.people.findByEmail(email);
    const link = known?.hasPassword ? undefined : this.links.draw('welcome');
    const mail = await this.outbox.prepare({
      to: email,
      template: 'welcome',
      locale: known?.locale ?? locale,
      values: {
        name: known?.name ?? name,
        tenantName,
        link: link?.link ?? `${publicAddress(this.settings)}/app`,
        hasPassword: link === undefined,
      },
    });
    return { mail, link };
  }

  /** In the unit of work. */
  async keep(rows: EntityManager, user: User, { mail, link }: PreparedWelcome): Promise<void> {
    if (link) await this.links.keep(rows, user, link);
    await this.outbox.put(rows, mail);
  }

  /** After the commit. */
  send(): void {
    this.outbox.wake();
  }
}
