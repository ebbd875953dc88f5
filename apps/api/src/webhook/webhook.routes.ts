import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { IngestService, type Received } from '@waypost/hub';
import { AppError, Log } from '@waypost/platform';
import { answerProblem } from '../http/problem.filter.ts';

/** Meta sends at most 3 MB. */
const MAX_BODY = 3 << 20;

const DOOR = '/webhooks/';

/** Whether an address is Meta's door, which what other calls pass has nothing to do with. */
export const isWebhook = (url: string): boolean => url.startsWith(DOOR);

interface WebhookRequest {
  Params: { appId?: string };
  /** What stands in an address twice comes as a list. */
  Querystring: Record<'hub.mode' | 'hub.challenge' | 'hub.verify_token', string | string[] | undefined>;
  Body: Buffer;
}

/**
 * Meta's door: a plain Fastify route beside Nest's pipeline, with the raw bytes as its body, because every
 * microsecond here is paid per webhook. GET proves the address to Meta, POST takes a webhook in.
 */
export function registerWebhookRoutes(fastify: FastifyInstance, app: NestFastifyApplication): void {
  void fastify.register((routes, _options, done) => {
    const ingest = app.get(IngestService, { strict: false });
    routes.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, app.get(Log, { strict: false })));
    routes.removeAllContentTypeParsers();
    routes.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY }, (_request, body, parsed) => parsed(null, body));
    const post = async (request: FastifyRequest<WebhookRequest>, reply: FastifyReply) => {
      const received = await ingest.receive({
        body: request.body ?? Buffer.alloc(0),
        signature: request.headers['x-hub-signature-256'],
        appId: request.params.appId,
      });
      // As text: no serializer and no hook has anything to do with it.
      void reply.header('x-waypost-webhook-id', received.webhookId).header('server-timing', timingOf(received));
      return reply.type('application/json').send(JSON.stringify({ status: 'received', message_id: received.messageId }));
    };
    const get = async (request: FastifyRequest<WebhookRequest>, reply: FastifyReply) => {
      const { 'hub.mode': mode, 'hub.challenge': challenge, 'hub.verify_token': token } = request.query;
      const known =
        mode === 'subscribe' && typeof token === 'string' && (await ingest.knowsVerifyToken(token, request.params.appId));
      if (!known) {
        throw new AppError('bad_verify_token', 'Use the verify token that was set for this app, with hub.mode=subscribe.');
      }
      return reply.type('text/plain').send(typeof challenge === 'string' ? challenge : '');
    };
    for (const path of [`${DOOR}meta`, `${DOOR}meta/:appId`]) {
      routes.post(path, { bodyLimit: MAX_BODY }, post);
      routes.get(path, get);
    }
    done();
  });
}

/** Where the time went, for whoever looks at the answer in a browser or a trace. */
function timingOf({ checkMs, commitMs, together }: Received): string {
  return `check;dur=${checkMs.toFixed(1)}, commit;dur=${commitMs.toFixed(1)};desc="${together} rows"`;
}
