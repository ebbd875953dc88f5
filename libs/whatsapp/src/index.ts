export * from './webhooks/items.ts';
export * from './webhooks/payload.ts';
export * from './webhooks/person.ts';
export * from './webhooks/rebuild.ts';
export * from './webhooks/signature.ts';
