/** Calls every route as everybody and compares the answers with e2e/world/matrix.txt; with --write it writes the file. */
import { bootstrap } from './bootstrap.mjs';

if (process.argv.includes('--write')) process.env.MATRIX = 'write';
process.argv.splice(2, Infinity, 'e2e/matrix.spec.ts');
await bootstrap();
await import('./test/main.ts');
