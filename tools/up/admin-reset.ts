import { commandOnDatabase } from './on-database.ts';

// `npm run admin:reset -- --email …`
await commandOnDatabase('admin-reset');
