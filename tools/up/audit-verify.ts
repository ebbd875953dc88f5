import { commandOnDatabase } from './on-database.ts';

// `npm run audit:verify -- [--tenant …] [--anchors …]`
await commandOnDatabase('audit-verify');
