import type { DeviceHealth } from '../../contract/up/device-health.ts';
import type { Outbox } from '../storage/storage.ts';

/** What the outbox tells of itself without being opened. */
export type OutboxHealth = Awaited<ReturnType<Outbox['health']>>;

/** Version of each procedure that this build starts new dossiers with. */
export type CatalogueVersions = readonly Readonly<DeviceHealth['catalogue'][number]>[];

/** What the browser tells of its storage; each undefined where it does not say. */
export interface SpaceFacts {
  readonly usage: number | undefined;
  readonly quota: number | undefined;
  readonly persisted: boolean | undefined;
}

/** The tablet's word about itself, from counts alone: no answer, no name, no draft is opened for it. */
export function describeHealth(facts: {
  readonly outbox: OutboxHealth;
  readonly space: SpaceFacts;
  readonly catalogue: CatalogueVersions;
  readonly at: Date;
}): DeviceHealth {
  const { usage, quota, persisted } = facts.space;
  return {
    at: facts.at.toISOString(),
    ...facts.outbox,
    space:
      usage === undefined || quota === undefined
        ? null
        : { used: Math.round(usage), free: Math.max(0, Math.round(quota - usage)) },
    persisted: persisted ?? null,
    catalogue: [...facts.catalogue],
  };
}

type Manager = Partial<Pick<StorageManager, 'persisted' | 'estimate'>>;

/** Looks at the tablet now. Needs no PIN; a browser that refuses to say something is told as "not said". */
export async function readHealth(of: {
  readonly outbox: Pick<Outbox, 'health'>;
  readonly manager: Manager | undefined;
  readonly catalogue: CatalogueVersions;
  readonly now: () => Date;
}): Promise<DeviceHealth> {
  const [outbox, persisted, estimate] = await Promise.all([
    of.outbox.health(),
    of.manager?.persisted?.().catch(() => undefined),
    of.manager?.estimate?.().catch(() => undefined),
  ]);
  const space = { usage: estimate?.usage, quota: estimate?.quota, persisted };
  return describeHealth({ outbox, space, catalogue: of.catalogue, at: of.now() });
}
