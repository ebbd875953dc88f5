import { ApiProperty } from '@nestjs/swagger';
import { passwordLength } from '@waypost/accounts';
import { IsEmail, IsString, Length, MaxLength } from 'class-validator';
import { TokenBody } from './registration.dto.ts';

export class ChangePasswordBody {
  @ApiProperty({ maxLength: passwordLength.max })
  @IsString()
  @MaxLength(passwordLength.max)
  currentPassword!: string;

  @ApiProperty({ minLength: passwordLength.min, maxLength: passwordLength.max })
  @IsString()
  @Length(passwordLength.min, passwordLength.max)
  newPassword!: string;
}

export class ForgotPasswordBody {
  @ApiProperty({ example: 'ada@example.com' })
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email!: string;
}

export class ResetPasswordBody extends TokenBody {
  @ApiProperty({ minLength: passwordLength.min, maxLength: passwordLength.max })
  @IsString()
  @Length(passwordLength.min, passwordLength.max)
  password!: string;
}
