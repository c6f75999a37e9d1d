import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Settings } from './settings.ts';

const KEY = ['unsaved-settings'] as const;

/** What was changed and not saved: still here when somebody looks into another room and comes back, gone with the session. */
export function useKeptChanges() {
  const client = useQueryClient();
  const [changes, setChanges] = useState<Partial<Settings>>(() => client.getQueryData(KEY) ?? {});
  const keep = (changed: Partial<Settings>) => {
    client.setQueryDefaults(KEY, { gcTime: Number.POSITIVE_INFINITY });
    client.setQueryData(KEY, changed);
    setChanges(changed);
  };
  /** Once this was saved. What was typed meanwhile stays. */
  const drop = (saved: Partial<Settings>) => {
    if (client.getQueryData(KEY) === saved) keep({});
  };
  return { changes, keep, drop };
}
