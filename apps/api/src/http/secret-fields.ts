import type { OpenAPIObject } from '@nestjs/swagger';

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  writeOnly?: boolean;
}

interface Operation {
  requestBody?: { content?: Record<string, { schema?: Schema }> };
}

/** Fields of bodies that hold secrets, whatever the route. */
const secretNames = new Set([
  'password',
  'currentPassword',
  'newPassword',
  'adminPassword',
  'code',
  'token',
  'refreshToken',
  'invite',
  'appSecret',
  'verifyToken',
  'clientSecret',
  'webhookSecret',
  // Of a project, whose receiver may want to be shown a key in them.
  'headers',
]);

/** Marks what a caller may write and never reads again; a test puts a canary into every field that is marked. */
export function markSecretFields(document: OpenAPIObject): void {
  const operations = Object.values(document.paths).flatMap((path) =>
    Object.values(path as Record<string, Operation>),
  );
  const named = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const seen = new Set<Schema>();
  const mark = (schema: Schema | undefined): void => {
    if (!schema || seen.has(schema)) return;
    seen.add(schema);
    if (schema.$ref) mark(named[schema.$ref.split('/').pop() ?? '']);
    for (const part of [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])])
      mark(part);
    mark(schema.items);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (secretNames.has(name)) property.writeOnly = true;
      mark(property);
    }
  };
  for (const { requestBody } of operations) {
    for (const { schema } of Object.values(requestBody?.content ?? {})) mark(schema);
  }
}
