import { bootstrap } from './bootstrap.mjs';

await bootstrap();
await import('./up/dev.ts');
