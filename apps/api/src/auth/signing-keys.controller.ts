import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Principal, SigningKeys } from '@waypost/accounts';
import { Needs } from '../http/authority.ts';
import { Me } from '../http/principal.decorators.ts';

class SigningKeyView {
  @ApiProperty({ format: 'uuid', description: 'The `kid` of tokens that are issued from now on' })
  keyId!: string;
}

@ApiTags('System')
@Controller('system/signing-keys')
@Needs('platform:admin')
export class SigningKeysController {
  constructor(private readonly keys: SigningKeys) {}

  @Post('rotate')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sign access tokens with a new key from now on',
    description:
      'Happens by itself every 30 days. Tokens that the former key has signed stay good until they are over; the public keys are at /.well-known/jwks.json.',
  })
  @ApiOkResponse({ type: SigningKeyView })
  rotate(@Me() me: Principal): Promise<SigningKeyView> {
    return this.keys.rotate(me);
  }
}
