import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { root } from '../run.ts';

export interface ComposeService {
  image: string;
  build?: { context: string; dockerfile: string; target: string };
  environment?: Record<string, string>;
  env_file?: { path: string; required: boolean }[];
  command?: string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
  ports?: string[];
  restart?: string;
  profiles?: string[];
  read_only?: boolean;
  init?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  stop_grace_period?: string;
}

export interface ComposeFile {
  services: Record<string, ComposeService>;
  volumes: Record<string, unknown>;
}

/** The compose file as `docker compose` reads it, with what `variables` holds in place of `${…}`. */
export function readComposeFile(variables: Record<string, string>): ComposeFile {
  const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
  const filled = text.replace(/\$\{(\w+)(:[-?])?([^}]*)\}/g, (_, name: string, kind = '', rest = '') => {
    const value = variables[name];
    if (value) return value;
    if (kind === ':-') return rest as string;
    throw new Error(`${name} is missing: ${rest}`);
  });
  // Merge keys (<<) are of YAML 1.1, which is also what Docker speaks.
  return load(filled, { schema: YAML11_SCHEMA }) as ComposeFile;
}
