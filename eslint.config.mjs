import nx from '@nx/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Who may import whom: each project by its `scope:` tag, always through the package root. */
const layers = {
  contracts: [],
  platform: ['contracts'],
  whatsapp: ['contracts', 'platform'],
  accounts: ['platform', 'contracts'],
  waba: ['accounts', 'whatsapp', 'platform', 'contracts'],
  hub: ['waba', 'accounts', 'whatsapp', 'platform', 'contracts'],
  api: ['hub', 'waba', 'accounts', 'whatsapp', 'platform', 'contracts'],
  worker: ['hub', 'waba', 'accounts', 'whatsapp', 'platform', 'contracts'],
  simulator: [],
  'api-client': [],
  dashboard: ['api-client', 'contracts'],
};
const depConstraints = Object.entries(layers).map(([name, allowed]) => ({
  sourceTag: `scope:${name}`,
  onlyDependOnLibsWithTags: allowed.map((other) => `scope:${other}`),
}));

const noProcessEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings come from platform/config; nothing else reads process.env.',
};
const noOutgoingHttp = [
  { name: 'undici', message: 'Outgoing HTTP goes through platform/egress.' },
  { name: 'node:http', message: 'Outgoing HTTP goes through platform/egress.' },
  { name: 'node:https', message: 'Outgoing HTTP goes through platform/egress.' },
];

export default tseslint.config(
  { ignores: ['**/node_modules', 'dist', '.nx', '.tools', '.waypost', 'coverage', 'apps/*/public'] },
  ...tseslint.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.mjs'] }, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'error',
      'max-lines': ['error', { max: 400, skipComments: true, skipBlankLines: true }],
    },
  },
  {
    files: ['apps/*/src/**/*.{ts,tsx}', 'libs/*/src/**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints, enforceBuildableLibDependency: false }],
    },
  },
  {
    files: ['apps/api/src/**/*.ts', 'apps/worker/src/**/*.ts', 'libs/*/src/**/*.ts'],
    ignores: ['libs/platform/src/config/**', '**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', noProcessEnv] },
  },
  {
    files: ['apps/api/src/**/*.ts', 'apps/worker/src/**/*.ts', 'libs/*/src/**/*.ts'],
    ignores: ['libs/platform/src/egress/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: noOutgoingHttp }],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Outgoing HTTP goes through platform/egress.' }],
    },
  },
  { files: ['**/*.spec.ts', 'e2e/**', 'bench/**', 'tools/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-console': 'off' } },
  { files: ['apps/dashboard/src/**/*.{ts,tsx}'], ...hooks.configs.flat.recommended },
  // Generated.
  { files: ['libs/api-client/src/schema.ts'], rules: { 'max-lines': 'off' } },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
