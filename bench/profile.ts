import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { percent, say } from './report.ts';

interface Frame {
  functionName: string;
  url: string;
  lineNumber: number;
  columnNumber: number;
}

/** The part of V8's .cpuprofile format that self times need; times are microseconds of the monotonic clock. */
interface CpuProfile {
  startTime: number;
  samples: number[];
  timeDeltas: number[];
  nodes: { id: number; callFrame: Frame }[];
}

export interface Span {
  from: number;
  to: number;
}

const TOP = 25;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What V8 calls time in which no JavaScript ran. */
const IDLE = '(idle)';

/** Prints, for each process that left a profile, where its time went during the spans (milliseconds, monotonic clock). */
export function sayProfiles(dir: string, subject: string, spans: Span[]): void {
  for (const role of existsSync(dir) ? readdirSync(dir) : []) {
    for (const file of readdirSync(join(dir, role)).filter((name) => name.endsWith('.cpuprofile'))) {
      sayProfile(
        `${subject} ${role}`,
        JSON.parse(readFileSync(join(dir, role, file), 'utf8')) as CpuProfile,
        spans,
      );
    }
  }
}

function sayProfile(process: string, profile: CpuProfile, spans: Span[]): void {
  const nodes = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const byFunction = new Map<string, number>();
  const byPlace = new Map<string, number>();
  let total = 0;
  let idle = 0;
  let at = profile.startTime;
  profile.samples.forEach((id, index) => {
    const took = profile.timeDeltas[index + 1] ?? 0;
    at += profile.timeDeltas[index] ?? 0;
    const frame = nodes.get(id);
    if (!frame || !spans.some(({ from, to }) => at / 1000 >= from && at / 1000 < to)) return;
    total += took;
    if (frame.functionName === IDLE) {
      idle += took;
      return;
    }
    const place = locate(frame);
    add(byFunction, `${frame.functionName || '(anonymous)'}  ${place.path}`, took);
    add(byPlace, place.group, took);
  });
  say(
    `profile of ${process}: busy ${percent((total - idle) / total)} of ${(total / 1e6).toFixed(1)} s; shares are of the busy time`,
  );
  const print = (shares: Map<string, number>): void => {
    for (const [name, took] of [...shares].sort(([, a], [, b]) => b - a).slice(0, TOP)) {
      say(`  ${((took * 100) / (total - idle)).toFixed(1).padStart(5)} %  ${name}`);
    }
  };
  print(byPlace);
  say('  by function:');
  print(byFunction);
}

const add = (sums: Map<string, number>, key: string, value: number): void =>
  void sums.set(key, (sums.get(key) ?? 0) + value);

/** The source file and line of a frame, and the package or folder it is counted under. */
function locate(frame: Frame): { path: string; group: string } {
  if (!frame.url)
    return { path: '', group: frame.functionName.startsWith('(') ? frame.functionName : '(native)' };
  if (frame.url.startsWith('node:')) return { path: `${frame.url}:${frame.lineNumber + 1}`, group: 'node' };
  if (!frame.url.startsWith('file:'))
    return { path: frame.url.slice(0, 40), group: frame.url.split(':')[0]! };
  const file = fileURLToPath(frame.url);
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(file);
  if (inPackage)
    return { path: `${inPackage[1]}/${inPackage[2]}:${frame.lineNumber + 1}`, group: inPackage[1]! };
  const original = sourceMapOf(file)?.findEntry(frame.lineNumber, frame.columnNumber);
  if (!original || !('originalSource' in original))
    return { path: file.replace(ROOT, ''), group: 'own code' };
  const path = original.originalSource.replace(/^(\.\.\/)+/, '');
  return { path: `${path}:${original.originalLine + 1}`, group: path.split('/').slice(0, 4).join('/') };
}

const sourceMaps = new Map<string, SourceMap | undefined>();

function sourceMapOf(file: string): SourceMap | undefined {
  if (!sourceMaps.has(file)) {
    const map = `${file}.map`;
    sourceMaps.set(file, existsSync(map) ? new SourceMap(JSON.parse(readFileSync(map, 'utf8'))) : undefined);
  }
  return sourceMaps.get(file);
}
