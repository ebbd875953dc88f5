import 'reflect-metadata';
import { join } from 'node:path';
import { loadSettings, runProcess } from '@waypost/platform';
import { createApi } from './create-api.ts';

await runProcess(async () => {
  const settings = loadSettings();
  const app = await createApi({ settings, dashboard: join(import.meta.dirname, '../dashboard') });
  try {
    await app.listen(settings.port, settings.host);
  } catch (error) {
    // It has said already that it lives.
    await app.close();
    throw error;
  }
  return app;
});
