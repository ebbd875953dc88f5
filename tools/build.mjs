import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { buildOrExit } = await import('./build.ts');
await buildOrExit();
