import { placeOf, type StoredMail } from '../../libs/accounts/src/index.ts';
import { SecretBox } from '../../libs/platform/src/index.ts';
import { eventually, type World } from './world.ts';

export type OwedMail = StoredMail & { template: string };

/** Mails that wait for the worker, oldest first: what people would read if it ran. */
export async function mailsTo(world: World, email: string): Promise<OwedMail[]> {
  const box = world.api.get(SecretBox, { strict: false });
  const rows = await world.sql(
    `SELECT tenant_id, id, template, body FROM outbox WHERE channel = 'mail' AND body IS NOT NULL ORDER BY created_at, id`,
  );
  const mails = await Promise.all(
    rows.map(async ({ tenant_id, id, template, body }) => ({
      template,
      ...(JSON.parse(await box.open(placeOf(tenant_id, id), body)) as StoredMail),
    })),
  );
  return mails.filter(({ to }) => to === email);
}

export const templatesTo = async (world: World, email: string): Promise<string[]> =>
  (await mailsTo(world, email)).map(({ template }) => template);

/** The newest mail of a kind, as soon as there are `nth` of them. */
export async function mailTo(world: World, email: string, template: string, nth = 1): Promise<OwedMail> {
  const mails = await eventually(
    async () => (await mailsTo(world, email)).filter((mail) => mail.template === template),
    (seen) => seen.length >= nth,
  );
  return mails[mails.length - 1]!;
}

/** The token of the link in the newest mail of a kind. */
export async function tokenFor(world: World, email: string, template: string, nth = 1): Promise<string> {
  const { text } = await mailTo(world, email, template, nth);
  const [, token] = /#token=([\w-]+)/.exec(text) ?? [];
  if (!token) throw new Error(`There is no link in this mail: ${text}`);
  return token;
}
