import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { QueuePage } from '../../../../contract/operations/queue.ts';
import { dossiersQuery } from '../common/dossier-queries.ts';

export interface Arrivals {
  readonly waiting: number;
  readonly devices: number;
  readonly counts: QueuePage['counts'];
}

/** What waits to be accepted, from how many tablets; also stands in the window's title. Undefined until first known. */
export function useNewArrivals(title: string, isOffered: boolean): Arrivals | undefined {
  const queue = useInfiniteQuery({ ...dossiersQuery({ status: 'registered' }, ''), enabled: isOffered });
  const first = queue.data?.pages[0];
  const waiting = first?.counts.registered ?? 0;
  useEffect(() => {
    document.title = waiting === 0 ? title : `(${waiting}) ${title}`;
  }, [waiting, title]);
  if (first === undefined) return undefined;
  const devices = new Set(queue.data?.pages.flatMap((page) => page.dossiers.map((line) => line.deviceName)))
    .size;
  return { waiting, devices, counts: first.counts };
}
