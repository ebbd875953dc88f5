import { bootstrap } from './bootstrap.mjs';

await bootstrap();
await import('../e2e/browser/pictures.ts');
