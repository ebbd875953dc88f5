import { fileURLToPath } from 'node:url';

/** What unit and integration runs share: ESM, decorators through swc, Node's own resolution of @waypost/*. */
export const base = {
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'es6' },
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!@waypost/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.waypost/', '<rootDir>/.tools/'],
};
