import { Accounts20261120000100, accountsEntities } from '@waypost/accounts';
import {
  DeliveryLists20261121000100,
  eventEntities,
  Probes20261121000300,
  projectEntities,
  Router20261120000300,
} from '@waypost/hub';
import { IntakeNotes20261121000200, Waba20261120000200, wabaEntities } from '@waypost/waba';

/** Everything that the worker's repositories map. */
export const entities = [...accountsEntities, ...wabaEntities, ...projectEntities, ...eventEntities];

/** What the database must have seen before the worker touches it; the api's migrate step brings it there. */
export const migrations = [
  Accounts20261120000100,
  Waba20261120000200,
  Router20261120000300,
  DeliveryLists20261121000100,
  IntakeNotes20261121000200,
  Probes20261121000300,
];
