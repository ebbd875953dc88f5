export * from './brand-colors.ts';
export * from './error-codes.ts';
export * from './ids.ts';
export * from './jobs.ts';
export * from './locales.ts';
export * from './oidc.ts';
export * from './permissions.ts';
export * from './plans.ts';
