import { Module } from '@nestjs/common';
import { AlertCalls } from '../alerts/alert-calls.ts';
import { Brands } from '../brand/brands.service.ts';
import { MailFiguresService } from './mail-figures.ts';
import { Outbox } from './outbox.ts';
import { PostOffice } from './post-office.ts';

/** For whoever owes somebody a mail. */
@Module({ providers: [Brands, Outbox, MailFiguresService], exports: [Brands, Outbox, MailFiguresService] })
export class MailModule {}

/** The outbox at work, in the worker. */
@Module({ providers: [AlertCalls, PostOffice], exports: [PostOffice] })
export class MailWorkModule {}
