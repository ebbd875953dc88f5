import { Module } from '@nestjs/common';
import { AccountsModule } from '@waypost/accounts';
import { AuthController } from './auth.controller.ts';
import { InvitesController } from './invites.controller.ts';
import { OidcAttempts } from './oidc-attempts.ts';
import { OidcController } from './oidc.controller.ts';
import { PasswordsController } from './passwords.controller.ts';
import { PresentedTokens } from './presented-tokens.ts';
import { ProfileController } from './profile.controller.ts';
import { RegistrationInvitesController } from './registration-invites.controller.ts';
import { RegistrationController } from './registration.controller.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionAnswers } from './session-answers.ts';
import { SigningKeysController } from './signing-keys.controller.ts';
import { TotpController } from './totp.controller.ts';

const ofPeople = [
  ProfileController,
  RegistrationController,
  RegistrationInvitesController,
  PasswordsController,
  TotpController,
  InvitesController,
];

@Module({
  imports: [AccountsModule],
  controllers: [AuthController, SessionsController, SigningKeysController, OidcController, ...ofPeople],
  providers: [OidcAttempts, SessionAnswers, PresentedTokens],
  exports: [SessionAnswers],
})
export class AuthModule {}
