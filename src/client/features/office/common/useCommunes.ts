import { useQuery } from '@tanstack/react-query';

interface NamedCommune {
  readonly code: string;
  readonly name: string;
}

/** The communes of the province this one is in; until they are loaded, or if they cannot be, this one alone. */
export function useCommunes(own: NamedCommune): readonly NamedCommune[] {
  const { data } = useQuery({
    queryKey: ['communes-around', own.code],
    queryFn: async () => {
      const { communesOf, findAnyCommune } = await import('../../../../domain/place/all-communes.ts');
      const province = findAnyCommune(own.code)?.province;
      return province === undefined ? [own] : communesOf(province);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? [own];
}
