import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { dossierQuery } from '../common/dossier-queries.ts';
import { isLive, setLive } from '../common/live.ts';
import { meKey } from '../common/query-client.ts';
import { listenToOffice } from './office-events.ts';

/**
 * Keeps what is on the screen fresh while news arrives: lists are asked for again, and those dossiers that are open and changed.
 * When the stream breaks everything shown is asked for at once, so that a screen out of reach soon says how old it is; and again
 * when it is back, because the first event names none of the dossiers that changed meanwhile.
 */
export function useOfficeEvents(isOffered: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isOffered || !('EventSource' in globalThis)) return undefined;
    // What happened while the stream was broken was told to nobody here.
    let isMissed = false;
    return listenToOffice({
      onLive: (isUp) => {
        const isBroken = isLive() && !isUp && document.visibilityState === 'visible';
        const isBack = isMissed && isUp;
        isMissed ||= isBroken;
        if (isUp) isMissed = false;
        setLive(isUp);
        if (!isBroken && !isBack) return;
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
