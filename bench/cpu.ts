import { readFileSync, readdirSync } from 'node:fs';

/** CPU seconds by process name. Empty on systems without /proc. */
export type CpuSeconds = Record<string, number>;

/** Linux reports process times in hundredths of a second on every architecture Node runs on. */
const TICKS_PER_SECOND = 100;

interface ProcessTimes {
  parent: number;
  own: number;
  /** Of children that have ended. */
  reaped: number;
}

function timesOf(pid: number | string): ProcessTimes | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined; // the process ended between listing and reading, or there is no /proc here
  }
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
  return { parent, own: user + system, reaped: childUser + childSystem };
}

/** Seconds used so far by each named process with everything below it that has no name of its own (PostgreSQL works in children). */
export function cpuSeconds(pids: Record<string, number>): CpuSeconds {
  const all = new Map<number, ProcessTimes>();
  for (const entry of listProcesses()) {
    const times = timesOf(entry);
    if (times) all.set(Number(entry), times);
  }
  const named = new Set(Object.values(pids));
  const below = (pid: number): number => {
    const times = all.get(pid);
    if (!times) return 0;
    let ticks = times.own + times.reaped;
    for (const [child, { parent }] of all) if (parent === pid && !named.has(child)) ticks += below(child);
    return ticks;
  };
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, below(pid) / TICKS_PER_SECOND]));
}

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  } catch {
    return []; // no /proc: the figures are printed without their CPU share
  }
}

/** CPU seconds the whole machine has spent working since boot, all cores; undefined without /proc. */
export function machineBusySeconds(): number | undefined {
  try {
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = readFileSync(
      '/proc/stat',
      'latin1',
    )
      .split('\n')[0]!
      .trim()
      .split(/\s+/)
      .slice(1)
      .map(Number);
    return (user + nice + system + irq + softirq + steal) / TICKS_PER_SECOND;
  } catch {
    return undefined; // no /proc
  }
}

export function cpuBetween(before: CpuSeconds, after: CpuSeconds): CpuSeconds {
  return Object.fromEntries(
    Object.entries(after).map(([name, seconds]) => [name, seconds - (before[name] ?? 0)]),
  );
}
