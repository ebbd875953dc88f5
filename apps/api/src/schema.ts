import { Accounts20261120000100, Audit20261121001600, accountsEntities, accountsSealed, Keys20261121001200, MailBrandAlerts20261121001300, People20261121001100, Plans20261121001400, Oidc20261121001700,
  Sessions20261121001000 } from '@waypost/accounts';
import {
  DeliveryLists20261121000100,
  eventEntities,
  hubSealed,
  Privacy20261121001610,
  privacySealed,
  Probes20261121000300,
  projectEntities,
  Router20261120000300,
} from '@waypost/hub';
import { RootKeys20261121001500 } from '@waypost/platform';
import { IntakeNotes20261121000200, Waba20261120000200, wabaEntities, wabaSealed } from '@waypost/waba';

/** Everything that the api's repositories map. */
export const entities = [...accountsEntities, ...wabaEntities, ...projectEntities, ...eventEntities];

/** Every column that holds sealed secrets, beside those of the platform itself. */
export const sealed = [...accountsSealed, ...wabaSealed, ...hubSealed, ...privacySealed];

/** In the order in which they run, after the platform's own. */
export const migrations = [
  Accounts20261120000100,
  Waba20261120000200,
  Router20261120000300,
  DeliveryLists20261121000100,
  IntakeNotes20261121000200,
  Probes20261121000300,
  Sessions20261121001000,
  People20261121001100,
  Keys20261121001200,
  MailBrandAlerts20261121001300,
  Plans20261121001400,
  RootKeys20261121001500,
  Audit20261121001600,
  Privacy20261121001610,
  Oidc20261121001700,
];
