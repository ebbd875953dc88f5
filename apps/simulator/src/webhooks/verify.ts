import { randomInt } from 'node:crypto';
import { Connections } from './http-post.ts';

export interface Verification {
  ok: boolean;
  url: string;
  status: number | null;
  challenge: string;
  answer: string;
  /** What was wrong, in words; null when the receiver passed. */
  reason: string | null;
}

/** The request with which Meta asks whether a callback URL is the subscriber's: it must answer 200 and the bare challenge. */
export async function verifySubscription(
  url: string,
  verifyToken: string,
  challenge = String(randomInt(100_000_000, 2_000_000_000)),
): Promise<Verification> {
  const asked = new URL(url);
  asked.searchParams.set('hub.mode', 'subscribe');
  asked.searchParams.set('hub.challenge', challenge);
  asked.searchParams.set('hub.verify_token', verifyToken);
  const connections = new Connections(1);
  const headers = { 'User-Agent': 'facebookplatform/1.0', Accept: '*/*' };
  const answer = await connections.request(asked, { method: 'GET', headers, timeoutMs: 10_000 });
  connections.close();
  const reason = problemWith(answer.status, answer.body, answer.error, challenge);
  return { ok: reason === null, url, status: answer.status, challenge, answer: answer.body, reason };
}

function problemWith(
  status: number | null,
  body: string,
  error: string | null,
  challenge: string,
): string | null {
  if (status === null) return `The receiver did not answer: ${error ?? 'no reason known'}.`;
  if (status !== 200) return `The receiver answered ${status} instead of 200.`;
  return body === challenge ? null : 'The receiver answered 200 but not with the challenge alone.';
}
