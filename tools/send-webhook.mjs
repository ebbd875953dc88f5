import { bootstrap } from './bootstrap.mjs';

await bootstrap();
await import('../apps/simulator/src/send-webhook.main.ts');
