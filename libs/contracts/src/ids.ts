/** A UUID in text form, told apart by what it names; only the compiler sees the brand. */
export type Id<Name extends string> = string & { readonly __id?: Name };

export type TenantId = Id<'tenant'>;
export type UserId = Id<'user'>;
export type ProjectId = Id<'project'>;
export type DeliveryId = Id<'delivery'>;
export type EventId = Id<'event'>;
export type WebhookId = Id<'webhook'>;

/** The tenant that owns Meta apps which serve many tenants; made by the first migration, never a customer. */
export const PLATFORM_TENANT_ID: TenantId = '00000000-0000-7000-8000-000000000000';
