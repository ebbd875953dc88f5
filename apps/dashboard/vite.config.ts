import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import compile from 'icu-minify/compile';
import { defineConfig, type Plugin } from 'vite';

type Words = { [key: string]: string | Words };
const compiled = (words: Words): object =>
  Object.fromEntries(Object.entries(words).map(([key, value]) => [key, typeof value === 'string' ? compile(value) : compiled(value)]));

/** Messages are parsed here, so that the parser is no part of the pages. */
const messages: Plugin = {
  name: 'messages',
  enforce: 'pre',
  transform: (source, id) => (/\/src\/i18n\/\w+\/[\w-]+\.json$/.test(id) ? JSON.stringify(compiled(JSON.parse(source) as Words)) : undefined),
};

export default defineConfig({
  base: '/app/',
  root: import.meta.dirname,
  plugins: [messages, react(), tailwindcss()],
  resolve: { alias: [{ find: /^use-intl\/format-message$/, replacement: 'use-intl/format-message/format-only' }] },
  build: {
    outDir: '../../dist/dashboard',
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    // What a page's own files need is found when they come: the list of it would be a part of every first load.
    modulePreload: { polyfill: false, resolveDependencies: (_, needed, { hostType }) => (hostType === 'html' ? needed : []) },
    manifest: true,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: process.env.WAYPOST_API_URL ?? 'http://127.0.0.1:4000' } },
  },
});
