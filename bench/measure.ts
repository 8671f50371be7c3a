import type { Fixture } from './fixture.ts';
import { loadFor, type Slice } from './load.ts';
import { loadMagazine, type Magazine } from './magazine.ts';
import type { Subject } from './subjects.ts';
import type { SubjectName, Workload } from './workloads.ts';

/** The slices of one workload by subject; slices of the same index were measured one right after the other. */
export type Measured = { workload: Workload; slices: Map<SubjectName, Slice[]> };

export type Plan = {
  workloads: Workload[];
  rounds: number;
  /** Factor by which the workloads' own slice times are multiplied. */
  scale: number;
};

/**
 * Measures everything in rounds of short slices, the subjects of a workload back to back and in turning order, so that
 * a noisy machine hits all alike. A short round before warms everything up and does not count. What was measured before
 * something failed is answered with the failure.
 */
export const measure = async (
  { workloads, rounds, scale }: Plan,
  subjects: Subject[],
  fixture: Fixture,
  stopping: AbortSignal,
  onRound: (round: number) => void,
): Promise<{ measured: Measured[]; puts: number; failure?: Error }> => {
  const magazines = new Map(subjects.map(({ name }) => [name, loadMagazine(fixture, name)]));
  const measured = workloads.map((workload): Measured => ({ workload, slices: new Map() }));
  const runRound = async (round: number) => {
    for (const { workload, slices } of measured) {
      const competing = subjects.filter(({ name }) => workload.subjects.includes(name));
      for (let turn = 0; turn < competing.length; turn++) {
        const subject = competing[(turn + round) % competing.length] as Subject;
        const shots = (magazines.get(subject.name) as Magazine).shotsOf(workload);
        const ms = workload.slice_ms * scale * (round === 0 ? 0.3 : 1);
        const slice = await loadFor(subject, shots, ms, stopping);
        if (round > 0) slices.set(subject.name, [...(slices.get(subject.name) ?? []), slice]);
      }
    }
    onRound(round);
  };
  try {
    for (let round = 0; round <= rounds; round++) await runRound(round);
  } catch (failure) {
    return { measured, puts: 0, failure: failure as Error };
  }
  return { measured, puts: magazines.get('Pharos')?.puts() ?? 0 };
};
