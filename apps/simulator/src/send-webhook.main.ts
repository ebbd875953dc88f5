import { sendWebhook } from './send-webhook.ts';

process.exitCode = await sendWebhook(process.argv.slice(2), process.env, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
