import { commandOnDatabase } from './on-database.ts';

// `npm run keys:rewrap -- [--new-data-keys] [--tenant …]`
await commandOnDatabase('keys-rewrap');
