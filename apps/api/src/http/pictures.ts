import { imageTypes, MOST_LOGO_BYTES } from '@waypost/accounts';
import { AppError } from '@waypost/platform';
import type { FastifyInstance } from 'fastify';

/** The one route that takes a picture as its body. */
const TAKES_PICTURES = /\/tenants\/current\/theme\/logo$/;

/** Bodies that are pictures, as their bytes; everywhere else they are refused as what they are. */
export function acceptPictures(fastify: FastifyInstance): void {
  const options = { parseAs: 'buffer', bodyLimit: MOST_LOGO_BYTES } as const;
  fastify.addContentTypeParser([...imageTypes], options, (request, body, done) => {
    if (TAKES_PICTURES.test(request.routeOptions.url ?? '')) done(null, body);
    else
      done(
        new AppError(
          'invalid_body',
          'This call takes JSON. Send it with the header Content-Type: application/json.',
        ),
      );
  });
}
