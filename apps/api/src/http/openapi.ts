import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { VERSION } from '../version.ts';
import { Problem } from './problem.ts';

const problemRef = '#/components/schemas/Problem';

interface Operation {
  responses?: Record<string, { content?: Record<string, { schema?: { $ref?: string } }> }>;
}

const description = `
Bodies are JSON in camelCase, instants ISO 8601 in UTC. Lists take \`limit\` and \`cursor\` and answer \`data\` and
\`nextCursor\`. Errors are \`application/problem+json\` (see Problem); the \`code\` is for programs, the \`detail\` for people.
`;

export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const document = new DocumentBuilder()
    .setTitle('Waypost')
    .setDescription(description.trim())
    .setVersion(VERSION)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'accessToken of auth/login' })
    .addCookieAuth('waypost_session', { type: 'apiKey', in: 'cookie', description: 'Of browsers that signed in' })
    .addGlobalResponse({
      status: '4XX',
      description: 'What the caller can mend',
      content: { 'application/problem+json': { schema: { $ref: problemRef } } },
    })
    .build();
  const whole = SwaggerModule.createDocument(app, document, {
    extraModels: [Problem],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  nameProblems(whole);
  return whole;
}

/** Decorators know no media type, so problems come out as plain JSON; they are not. */
function nameProblems({ paths }: OpenAPIObject): void {
  const operations = Object.values(paths).flatMap((path) => Object.values(path as Record<string, Operation>));
  for (const { content } of operations.flatMap(({ responses = {} }) => Object.values(responses))) {
    const json = content?.['application/json'];
    if (!content || json?.schema?.$ref !== problemRef) continue;
    content['application/problem+json'] = json;
    delete content['application/json'];
  }
}

/** The document at /api/openapi.json, and pages to read and try it at /api/docs. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    raw: ['json'],
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Waypost API',
    swaggerOptions: { persistAuthorization: true, tagsSorter: 'alpha' },
  });
}
