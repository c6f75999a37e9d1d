import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { dossierQuery } from '../common/dossier-queries.ts';
import { setLive } from '../common/live.ts';
import { meKey } from '../common/query-client.ts';
import { listenToOffice } from './office-events.ts';

/** Keeps what is on the screen fresh while news arrives: lists are asked for again, and those dossiers that are open and changed. */
export function useOfficeEvents(isOffered: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isOffered || !('EventSource' in globalThis)) return undefined;
    return listenToOffice({
      onLive: setLive,
      onNews: ({ ids }) => {
        void client.invalidateQueries({ queryKey: ['dossiers'] });
        for (const id of ids) void client.invalidateQueries({ queryKey: dossierQuery(id).queryKey });
      },
      onOver: () => void client.invalidateQueries({ queryKey: meKey }),
    });
  }, [client, isOffered]);
}
