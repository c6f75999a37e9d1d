import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Settings } from './settings.ts';

const KEY = ['unsaved-settings'] as const;

/** What was changed and not saved: still here when somebody looks into another room and comes back, gone with the session. */
export function useKeptChanges() {
  const client = useQueryClient();
  const [changes, setChanges] = useState<Partial<Settings>>(() => client.getQueryData(KEY) ?? {});
  const keep = (changed: Partial<Settings>) => {
    // As it is given, not a copy: what was saved is known by being the same.
    client.setQueryDefaults(KEY, { gcTime: Number.POSITIVE_INFINITY, structuralSharing: false });
    client.setQueryData(KEY, changed);
    setChanges(changed);
  };
  /** Once this was saved. What was typed meanwhile stays. */
  const drop = (saved: Partial<Settings>) => {
    if (client.getQueryData(KEY) === saved) keep({});
  };
  return { changes, keep, drop };
}
