import { Accounts20261120000100, accountsEntities } from '@waypost/accounts';
import { eventEntities, projectEntities, Router20261120000300 } from '@waypost/hub';
import { Waba20261120000200, wabaEntities } from '@waypost/waba';

/** Everything that the worker's repositories map. */
export const entities = [...accountsEntities, ...wabaEntities, ...projectEntities, ...eventEntities];

/** What the database must have seen before the worker touches it; the api's migrate step brings it there. */
export const migrations = [Accounts20261120000100, Waba20261120000200, Router20261120000300];
