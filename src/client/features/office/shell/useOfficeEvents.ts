import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { dossierQuery } from '../common/dossier-queries.ts';
import { isLive, setLive } from '../common/live.ts';
import { meKey } from '../common/query-client.ts';
import { listenToOffice } from './office-events.ts';

/**
 * Keeps what is on the screen fresh while news arrives: lists are asked for again, and those dossiers that are open and changed.
 * When the stream breaks everything shown is asked for at once, so that a screen out of reach soon says how old it is.
 */
export function useOfficeEvents(isOffered: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isOffered || !('EventSource' in globalThis)) return undefined;
    return listenToOffice({
      onLive: (isUp) => {
        const isBroken = isLive() && !isUp && document.visibilityState === 'visible';
        setLive(isUp);
        if (!isBroken) return;
        void client.invalidateQueries({ queryKey: ['dossiers'] });
        void client.invalidateQueries({ queryKey: ['dossier'] });
      },
      onNews: ({ ids }) => {
        void client.invalidateQueries({ queryKey: ['dossiers'] });
        for (const id of ids) void client.invalidateQueries({ queryKey: dossierQuery(id).queryKey });
      },
      onOver: () => void client.invalidateQueries({ queryKey: meKey }),
    });
  }, [client, isOffered]);
}
