import { useCommunesPeople } from './departments.ts';
import { StaleNotice } from './StaleNotice.tsx';

/** Beside a choice of departments or of field staff: why there are none to choose from, and a way to ask again. */
export function DepartmentsNotice() {
  return <StaleNotice query={useCommunesPeople()} />;
}
