import { useQuery } from '@tanstack/react-query';
import type { QueueFilter } from '../../../../contract/operations/queue.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { nameShipped, shippedOffers } from '../../../procedures/shipped-offers.ts';
import { choicesQuery } from './queue-facets.ts';

/** The parts that a queue can be narrowed by, in the order in which they are shown. */
export const PARTS = ['due', 'waiting', 'procedure', 'village', 'tablet'] as const;
export type FilterPart = (typeof PARTS)[number];

/** Says one value of one part: a village as it is, procedure and tablet by their names, the rest in words. */
export function useSayFilter(): (part: FilterPart, value: string) => string {
  const t = useText('office-queue');
  const language = useLanguage();
  const choices = useQuery(choicesQuery).data;
  return (part, value) => {
    switch (part) {
      case 'due':
      case 'waiting':
        return t(`filter.value.${part}.${value}`);
      case 'procedure':
        return shippedOffers.some(({ id }) => id === value) ? nameShipped(value, language).name : value;
      case 'tablet':
        return choices?.tablets.find(({ id }) => id === value)?.name ?? value;
      case 'village':
        return value;
    }
  };
}

/** The parts of a filter that are set. */
export function partsOf(filter: QueueFilter): readonly (readonly [FilterPart, string])[] {
  return PARTS.flatMap((part) => {
    const value = filter[part];
    return value === undefined ? [] : [[part, value] as const];
  });
}
