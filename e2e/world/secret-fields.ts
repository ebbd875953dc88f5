import type { Json } from './client.ts';

export interface SecretRoute {
  /** `POST /api/v1/apps` */
  route: string;
  method: string;
  path: string;
  /** Paths of fields in the body, such as `admin.password`. */
  fields: string[];
}

interface Field {
  name: string;
  schema: Json;
}

function fieldsOf(document: Json, schema: Json, prefix = ''): Field[] {
  const whole = schema?.$ref ? document.components.schemas[schema.$ref.split('/').pop()] : schema;
  if (!whole) return [];
  const parts = [...(whole.allOf ?? []), ...(whole.oneOf ?? []), ...(whole.anyOf ?? [])];
  return [
    ...parts.flatMap((part) => fieldsOf(document, part, prefix)),
    ...Object.entries<Json>(whole.properties ?? {}).flatMap(([name, property]) => [
      { name: prefix + name, schema: property },
      ...fieldsOf(document, property, `${prefix}${name}.`),
    ]),
  ];
}

function bodies(document: Json): { route: string; method: string; path: string; fields: Field[] }[] {
  return Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([verb, operation]) => ({
      route: `${verb.toUpperCase()} ${path}`,
      method: verb.toUpperCase(),
      path,
      fields: Object.values<Json>(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
        fieldsOf(document, schema),
      ),
    })),
  );
}

/** Every route whose body has fields that the OpenAPI document marks as secret. */
export function secretRoutes(document: Json): SecretRoute[] {
  return bodies(document)
    .map((body) => ({
      ...body,
      fields: body.fields.filter(({ schema }) => schema.writeOnly).map(({ name }) => name),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** Fields that sound like secrets and are not marked as such. */
export function unmarkedFields(document: Json): string[] {
  const sounds =
    /pass(word|phrase)|secret|token|credential|private|otp$|^(.*\.)?(code|pin|authorization|apiKey)$/i;
  return bodies(document).flatMap(({ route, fields }) =>
    fields
      .filter(
        ({ name, schema }) =>
          sounds.test(name) && !schema.writeOnly && (schema.type ?? 'string') === 'string',
      )
      .map(({ name }) => `${route} ${name}`),
  );
}

/** The same body with something else in one field. */
export function withField(body: Json, field: string, value: unknown): Json {
  const [name = '', ...rest] = field.split('.');
  const inner = rest.length > 0 ? withField(body?.[name] ?? {}, rest.join('.'), value) : value;
  return { ...body, [name]: inner };
}
