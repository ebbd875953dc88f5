import { bootstrap } from './bootstrap.mjs';

await bootstrap();
await import('./up/keys-rewrap.ts');
