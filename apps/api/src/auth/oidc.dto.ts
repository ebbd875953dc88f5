import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class OidcStartBody {
  @ApiProperty({ description: 'Slug of the tenant', example: 'acme' })
  @IsString()
  @Length(1, 60)
  tenant!: string;
}

export class OidcStartView {
  @ApiProperty({ description: 'Where the browser is to go' })
  url!: string;
}
