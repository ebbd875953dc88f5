import { bootstrap } from './bootstrap.mjs';

await bootstrap();
await import('./up/audit-verify.ts');
