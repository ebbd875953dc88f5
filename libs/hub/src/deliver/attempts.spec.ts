import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { signedHeaders } from './attempts.ts';
import { signingKeys } from './target-cache.ts';

const key = Buffer.from('0123456789abcdefghijklmn');
const olderKey = Buffer.from('another-key-of-24-bytes!');
const secret = `whsec_${key.toString('base64')}`;
const olderSecret = `whsec_${olderKey.toString('base64')}`;

const now = new Date('2026-11-20T12:00:00.789Z');
const seconds = 1_795_176_000;
const job = {
  id: '0192-delivery',
  eventId: '0192-event',
  attempts: 0,
  body: Buffer.from('{"name":"Jos\\u00e9",  "text":"☺"}'),
};
const target = { headers: {}, keys: signingKeys(secret), previousKeys: null };
const until = (ms: number) => ({
  ...target,
  previousKeys: { ...signingKeys(olderSecret), until: new Date(now.getTime() + ms) },
});

/** What a receiver that follows the Standard Webhooks specification computes. */
const standard = (withKey: Buffer, id: string, timestamp: string, body: Buffer) =>
  `v1,${createHmac('sha256', withKey)
    .update(Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]))
    .digest('base64')}`;
/** What a receiver of Meta's webhooks computes, with the project's secret in place of the app's. */
const metas = (withSecret: string, body: Buffer) =>
  `sha256=${createHmac('sha256', withSecret).update(body).digest('hex')}`;

describe('signedHeaders', () => {
  it('names the delivery, the event, the attempt and the time in whole seconds', () => {
    expect(signedHeaders({ ...job, attempts: 4 }, target, now)).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': job.id,
      'webhook-timestamp': String(seconds),
      'x-waypost-event-id': job.eventId,
      'x-waypost-attempt': '5',
    });
    expect(signedHeaders(job, target, now)['x-waypost-attempt']).toBe('1');
  });

  it("signs in Meta's manner, with the whole secret of the project", () => {
    expect(signedHeaders(job, target, now)['x-hub-signature-256']).toBe(metas(secret, job.body));
  });

  it('signs in the manner of Standard Webhooks, with the key behind whsec_', () => {
    expect(signedHeaders(job, target, now)['webhook-signature']).toBe(
      standard(key, job.id, String(seconds), job.body),
    );
  });

  it('bears both signatures while the secret is being replaced, the new one first', () => {
    const headers = signedHeaders(job, until(60_000), now);
    const [first, second, ...more] = headers['webhook-signature']!.split(' ');
    expect(first).toBe(standard(key, job.id, String(seconds), job.body));
    expect(second).toBe(standard(olderKey, job.id, String(seconds), job.body));
    expect(more).toEqual([]);
    expect(headers['x-hub-signature-256']).toBe(metas(secret, job.body));
  });

  it.each([0, -1, -60_000])('bears the new signature only when the overlap ended %i ms from now', (ms) => {
    expect(signedHeaders(job, until(ms), now)).toEqual(signedHeaders(job, target, now));
  });

  it("carries the project's own headers, which replace none of ours", () => {
    const headers = {
      authorization: 'Bearer abc',
      'x-hub-signature-256': 'forged',
      'webhook-id': 'forged',
      'content-type': 'text/plain',
    };
    expect(signedHeaders(job, { ...target, headers }, now)).toEqual({
      ...signedHeaders(job, target, now),
      authorization: 'Bearer abc',
    });
  });

  it('can be verified by any receiver, for any body and any key', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 64 }).map((any) => Buffer.from(any));
    fc.assert(
      fc.property(bytes, bytes, fc.date({ min: new Date(0), noInvalidDate: true }), (body, anyKey, at) => {
        const anySecret = `whsec_${anyKey.toString('base64')}`;
        const headers = signedHeaders({ ...job, body }, { ...target, keys: signingKeys(anySecret) }, at);
        expect(headers['webhook-timestamp']).toMatch(/^\d+$/);
        expect(headers['webhook-signature']).toBe(
          standard(anyKey, headers['webhook-id']!, headers['webhook-timestamp']!, body),
        );
        expect(headers['x-hub-signature-256']).toBe(metas(anySecret, body));
      }),
    );
  });
});
