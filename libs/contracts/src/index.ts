export * from './error-codes.ts';
export * from './ids.ts';
export * from './jobs.ts';
export * from './permissions.ts';
