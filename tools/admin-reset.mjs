import { bootstrap } from './bootstrap.mjs';

await bootstrap();
await import('./up/admin-reset.ts');
