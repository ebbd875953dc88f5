import { Injectable } from '@nestjs/common';
import { MappingsService } from '@waypost/hub';
import type { TenantContext } from '@waypost/platform';
import type { PhoneNumberView } from '@waypost/waba';
import type { PhoneNumberAnswer } from './phone-numbers.dto.ts';

/** Numbers as they are answered: with what is mapped to them, which the router knows. */
@Injectable()
export class NumberAnswers {
  constructor(private readonly mappings: MappingsService) {}

  async of(ctx: TenantContext, numbers: PhoneNumberView[]): Promise<PhoneNumberAnswer[]> {
    const counts = await this.mappings.countPerNumber(
      ctx,
      numbers.map(({ phoneNumberId }) => phoneNumberId),
    );
    return numbers.map((number) => ({ ...number, mappings: counts.get(number.phoneNumberId) ?? 0 }));
  }

  async one(ctx: TenantContext, number: Promise<PhoneNumberView>): Promise<PhoneNumberAnswer> {
    const view = await number;
    const [answer] = await this.of(ctx, [view]);
    return answer ?? { ...view, mappings: 0 };
  }
}
