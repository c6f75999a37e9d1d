import type {
  CheckedProcedure,
  ProcedureFinding,
  ProcedureLine,
  ProcedureState,
} from '../../contract/operations/procedures.ts';
import type { ProcedurePackage } from '../../contract/procedure-package.ts';
import type { ProcedureDefinition } from '../../domain/procedure/definition.ts';
import { nextVersionOf, statesOn } from '../procedure-states.ts';
import type { KnownVersion } from '../procedures.ts';

/** What came of reading what an author brought. */
export interface CheckedCandidate {
  readonly findings: readonly ProcedureFinding[];
  /** There where it can at least be tried out; keeping it needs findings without errors. */
  readonly readable?: {
    readonly content: ProcedurePackage;
    readonly definition: ProcedureDefinition;
    readonly json: string;
    readonly digest: string;
    readonly nextVersion: number;
  };
}

type Action = ProcedureLine['allowed'][number];
/** What a policy is asked of a version. */
type Allowed = (version: Pick<KnownVersion, 'stored'> & { readonly isNext: boolean }) => readonly Action[];

/** The administrators' list, by procedure, the newest version first. */
export function presentProcedures(
  versions: readonly KnownVersion[],
  today: string,
  allowed: Allowed,
): ProcedureLine[] {
  const states = statesOn(versions, today);
  return versions
    .map((one, index) => {
      const isNext = nextVersionOf(versions, one.id) === one.version;
      return presentLine(one, states[index] ?? 'draft', allowed({ ...one, isNext }));
    })
    .sort((a, b) => (a.id === b.id ? b.version - a.version : a.id < b.id ? -1 : 1));
}

function presentLine(one: KnownVersion, state: ProcedureState, allowed: readonly Action[]): ProcedureLine {
  const { definition, row } = one;
  return {
    id: one.id,
    version: one.version,
    origin: one.digest === null ? 'shipped' : 'uploaded',
    state,
    names: Object.fromEntries(
      Object.entries(one.texts).flatMap(([language, { name }]) =>
        typeof name === 'string' ? [[language, name]] : [],
      ),
    ),
    from: one.from,
    last: row && lastStep(row),
    note: row?.withdrawalReason ?? row?.note ?? '',
    digest: one.digest,
    reach: definition.reach,
    reviewStatus: definition.reviewStatus,
    unconfirmed: definition.unconfirmed.length,
    allowed: [...allowed],
  };
}

function lastStep({
  uploaded,
  published,
  withdrawn,
}: NonNullable<KnownVersion['row']>): ProcedureLine['last'] {
  const steps = [
    { action: 'withdrawn' as const, step: withdrawn },
    { action: 'published' as const, step: published },
    { action: 'uploaded' as const, step: uploaded },
  ];
  for (const { action, step } of steps)
    if (step !== null) return { action, at: step.at.toISOString(), byName: step.byName };
  return null;
}

/** What a check came to, without what only the server needs. */
export function presentChecked({ findings, readable }: CheckedCandidate): CheckedProcedure {
  return {
    findings: [...findings],
    package: readable?.content ?? null,
    digest: readable?.digest ?? null,
    nextVersion: readable?.nextVersion ?? null,
  };
}
