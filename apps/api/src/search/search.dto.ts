import { ApiProperty } from '@nestjs/swagger';
import { type FoundHit, type HitKind, hitKinds } from '@waypost/hub';
import { Line } from '../waba/field-rules.ts';

export class SearchQuery {
  @Line(500, {
    description:
      "A delivery's or event's id, Meta's id of a message, a phone number or id of Meta's in full or in part, or a name",
    example: '+1 555 010',
  })
  q!: string;
}

export class HitView implements FoundHit {
  @ApiProperty({ enum: hitKinds }) kind!: HitKind;
  @ApiProperty({
    description: "By which it is addressed: a UUID, or Meta's id of a number, an app or an account",
  })
  id!: string;
  @ApiProperty() title!: string;
  @ApiProperty() detail!: string;
  @ApiProperty({ format: 'uuid' }) tenantId!: string;
  @ApiProperty() tenantName!: string;
}

export class FoundView {
  @ApiProperty({ type: [HitView], description: 'At most 20, the surest first' }) data!: HitView[];
}
