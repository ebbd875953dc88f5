import type { Verdict } from '../report.ts';
import type { Services } from '../services.ts';
import type { Running, Setting, Subject } from '../subjects/subject.ts';
import type { Rig } from '../window.ts';

/** What every figure is given. */
export interface Bench {
  rig: Rig;
  services: Services;
  quick: boolean;
  /** Whether a subject, by name, takes part in this run. */
  includes(subject: string): boolean;
  /** Where processes leave their CPU profiles; absent: no profiling. */
  profileDir?: string;
}

export interface Figure {
  name: string;
  measure(bench: Bench): Promise<Verdict[]>;
}

/** Starts those of the subjects that this run includes, in order. */
export async function startSubjects(
  bench: Bench,
  subjects: Subject[],
  setting: Pick<Setting, 'label' | 'tenants' | 'worker' | 'profileDir'>,
): Promise<Running[]> {
  const started: Running[] = [];
  for (const subject of subjects) {
    if (!bench.includes(subject.name)) continue;
    started.push(
      await subject.start({
        ...setting,
        services: bench.services,
        receiverPort: bench.rig.ports.port,
        redis: bench.services.versions.redis !== undefined,
      }),
    );
  }
  return started;
}

export const stopSubjects = async (subjects: Running[]): Promise<void> => {
  for (const subject of subjects) await subject.stop();
};
