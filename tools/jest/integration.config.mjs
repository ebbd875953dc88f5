import { base } from './base.mjs';

/** One process per queue backend (the backend is global to BullMQ), one world, so one worker. */
export default {
  ...base,
  displayName: 'integration',
  testMatch: ['<rootDir>/e2e/**/*.spec.ts'],
  maxWorkers: 1,
  testTimeout: 60_000,
};
