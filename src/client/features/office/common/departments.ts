import { useQuery } from '@tanstack/react-query';
import { listDepartments } from '../../../../contract/operations/dossier-actions.ts';
import { call } from './call.ts';

function useCommunesPeople() {
  return useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => call(listDepartments, {}, signal),
  }).data;
}

/** The departments of the signed-in person's commune, each with the names of its specialists; undefined until they are loaded. */
export function useDepartments() {
  return useCommunesPeople()?.departments;
}

/** Who goes to the villages for the signed-in person's commune; nobody until they are loaded. */
export function useFieldStaff() {
  return useCommunesPeople()?.fieldStaff ?? [];
}
