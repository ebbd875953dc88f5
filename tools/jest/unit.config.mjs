import { base } from './base.mjs';

export default {
  ...base,
  displayName: 'unit',
  testMatch: ['<rootDir>/{apps,libs}/*/src/**/*.spec.ts', '<rootDir>/tools/**/*.spec.ts'],
};
