import { Module } from '@nestjs/common';
import { Plans } from './plans.ts';

/** For every module whose services make what a plan limits. */
@Module({ providers: [Plans], exports: [Plans] })
export class PlansModule {}
