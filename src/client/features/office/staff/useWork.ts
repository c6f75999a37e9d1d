import { useState } from 'react';
import type { Role } from '../../../../contract/operations/office.ts';
import { useMe } from '../common/me.ts';

/** What somebody does: roles, and of a specialist the department (empty for none). */
export interface Work {
  readonly roles: readonly Role[];
  readonly departmentId: string;
}

/**
 * What somebody of that commune is to do, while it is being chosen. `asksDepartment`: a department of one's own commune is to be
 * chosen; a specialist of another commune keeps the one that they have.
 */
export function useWork(first: Work, commune: string) {
  const { commune: own } = useMe();
  const [work, setWork] = useState(first);
  const { roles, departmentId } = work;
  const isSpecialist = roles.includes('specialist');
  const asksDepartment = isSpecialist && commune === own.code;
  const staysThere = isSpecialist && departmentId === first.departmentId;
  return {
    work,
    setWork,
    asksDepartment,
    isRight: roles.length > 0 && (!asksDepartment || departmentId !== ''),
    /** As the office is asked for it. */
    asked: {
      roles: [...roles],
      ...((asksDepartment || staysThere) && departmentId !== '' && { departmentId }),
    },
  };
}
