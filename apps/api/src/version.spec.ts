import { readFileSync } from 'node:fs';
import { VERSION } from './version.ts';

it('states the version of the package', () => {
  const { version } = JSON.parse(readFileSync(`${import.meta.dirname}/../../../package.json`, 'utf8'));
  expect(VERSION).toBe(version);
});
