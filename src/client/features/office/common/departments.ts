import { useQuery } from '@tanstack/react-query';
import { listDepartments } from '../../../../contract/operations/dossier-actions.ts';
import { call } from './call.ts';

/** The departments and the field staff of the signed-in person's commune, as they were asked for last. */
export function useCommunesPeople() {
  return useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => call(listDepartments, {}, signal),
  });
}

/** The departments of the signed-in person's commune, each with the names of its specialists; undefined until they are loaded. */
export function useDepartments() {
  return useCommunesPeople().data?.departments;
}

/** Who goes to the villages for the signed-in person's commune; undefined until they are loaded. */
export function useFieldStaff() {
  return useCommunesPeople().data?.fieldStaff;
}
