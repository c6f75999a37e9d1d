import type { Storage } from '../storage/storage.ts';
import type { HttpPorts } from './http-ports.ts';
import type { SyncPorts } from './ports.ts';

/** What giving and fetching languages need from outside. */
export interface LanguagePorts extends HttpPorts {
  readonly storage: Pick<Storage, 'languages'> &
    Pick<SyncPorts['storage'], 'outbox' | 'findDevice' | 'findDeviceKeys'>;
}
