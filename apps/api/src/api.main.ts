import 'reflect-metadata';
import { loadSettings, runProcess } from '@waypost/platform';
import { createApi } from './create-api.ts';

await runProcess(async () => {
  const settings = loadSettings();
  const app = await createApi({ settings });
  await app.listen(settings.port, settings.host);
  return app;
});
