import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.ts';

export interface Stage {
  name: string;
  /** Another stage, or an image with its tag. */
  from: string;
  /** In their order, without comments, continued lines joined. */
  instructions: { name: string; value: string }[];
}

export const dockerfile = 'docker/Dockerfile';

export function readDockerfile(): Stage[] {
  const lines = readFileSync(join(root, dockerfile), 'utf8').replace(/\\\n/g, ' ').split('\n');
  const stages: Stage[] = [];
  for (const line of lines.map((each) => each.trim()).filter((each) => each && !each.startsWith('#'))) {
    const [, name = '', value = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    const from = name === 'FROM' ? /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(value) : undefined;
    if (from) stages.push({ from: from[1] ?? '', name: from[2] ?? '', instructions: [] });
    else stages.at(-1)?.instructions.push({ name, value });
  }
  return stages;
}

/** What holds in a stage: its own instructions after those of the stages it stands on. */
export function instructionsOf(stages: Stage[], name: string): Stage['instructions'] {
  const stage = stages.find((each) => each.name === name);
  if (!stage) throw new Error(`${dockerfile} has no stage ${name}`);
  const below = stages.some((each) => each.name === stage.from) ? instructionsOf(stages, stage.from) : [];
  return [...below, ...stage.instructions];
}

/** The command that a container of the stage runs. */
export function commandOf(stages: Stage[], name: string): string[] {
  const last = instructionsOf(stages, name).findLast((each) => each.name === 'CMD');
  return JSON.parse(last?.value ?? '[]') as string[];
}

/** The environment that the image gives, before whoever starts it says more. */
export function environmentOf(stages: Stage[], name: string): Record<string, string> {
  const pairs = instructionsOf(stages, name)
    .filter((each) => each.name === 'ENV')
    .flatMap((each) => each.value.split(/\s+/));
  return Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]));
}
