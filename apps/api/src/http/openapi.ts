import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { VERSION } from '../version.ts';
import { Problem } from './problem.ts';

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
    .addGlobalResponse({
      status: '4XX',
      description: 'What the caller can mend',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    })
    .build();
  return SwaggerModule.createDocument(app, document, {
    extraModels: [Problem],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
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
