import { type Client, type Json } from './client.ts';

/** Before its end, so that no call is under way when it comes. */
const SOON_MS = 30_000;

/**
 * The access token of somebody who stays signed in however far the world's clock is turned: renewed as a program does
 * it. Who cannot sign in any more keeps the last one, for the test to see it refused.
 */
export function staysSignedIn(
  stranger: Client,
  clock: { now(): Date },
  login: { email: string; password: string },
): () => Promise<string> {
  let session: Json;
  let endsAt = 0;
  let renewing: Promise<void> | undefined;
  const renew = async () => {
    const refreshToken = session?.refreshToken;
    const renewed = refreshToken && (await stranger.post('/api/v1/auth/refresh', { refreshToken }));
    const answer = renewed?.status === 200 ? renewed : await stranger.post('/api/v1/auth/login', login);
    if (answer.status >= 500) throw new Error(`Signing in: HTTP ${answer.status}: ${JSON.stringify(answer.body)}`);
    if (answer.status === 200) session = answer.body;
    endsAt = clock.now().getTime() + (session?.expiresIn ?? 0) * 1_000 - SOON_MS;
  };
  return async () => {
    if (clock.now().getTime() >= endsAt) renewing ??= renew().finally(() => (renewing = undefined));
    await renewing;
    return session?.accessToken ?? '';
  };
}
