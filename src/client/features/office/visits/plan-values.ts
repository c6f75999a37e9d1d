import type { Plan, PlannedVisit } from '../../../../contract/operations/tasks.ts';

/** A plan as it is being written; the day is undefined while what was typed is none. */
export interface PlanValues {
  readonly day: string | undefined;
  readonly village: string;
  readonly note: string;
  readonly households: Plan['households'];
  readonly staffIds: readonly string[];
}

export type PlanFault = 'village' | 'day' | 'staff';

/** What is still missing of a plan, in the order of the form. */
export function faultsOf(values: PlanValues): PlanFault[] {
  const faults: PlanFault[] = [];
  if (values.day === undefined) faults.push('day');
  if (values.village.trim() === '') faults.push('village');
  if (values.staffIds.length === 0) faults.push('staff');
  return faults;
}

/** The plan, once nothing is missing. */
export function toPlan(values: PlanValues): Plan | undefined {
  const { day, village, note } = values;
  if (day === undefined || faultsOf(values).length > 0) return undefined;
  return {
    day,
    village: village.trim(),
    note: note.trim(),
    households: values.households.map((household) => ({ ...household, note: household.note.trim() })),
    staffIds: [...values.staffIds],
  };
}

/** What stands in the form for a visit that is there already. */
export function valuesOf(visit: PlannedVisit): PlanValues {
  return {
    day: visit.day,
    village: visit.village,
    note: visit.note,
    households: visit.households,
    staffIds: visit.staff.map(({ id }) => id),
  };
}
