/** What the browser says about keeping what this app wrote. */
export interface StorageKeeping {
  /** `kept`: only a person can delete it. `may-be-cleared`: the browser may clear it when the disk is full. */
  readonly kind: 'kept' | 'may-be-cleared' | 'unknown';
  readonly usedBytes?: number;
  readonly freeBytes?: number;
}

type Manager = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>>;

/** Asks the browser to keep everything; harmless when it already does. */
export async function askToKeepStorage(manager: Manager | undefined): Promise<StorageKeeping> {
  await manager?.persist?.().catch(() => false);
  return await lookAtStorage(manager);
}

export async function lookAtStorage(manager: Manager | undefined): Promise<StorageKeeping> {
  const [kept, estimate] = await Promise.all([
    manager?.persisted?.().catch(() => undefined),
    manager?.estimate?.().catch(() => undefined),
  ]);
  const { usage, quota } = estimate ?? {};
  return {
    kind: kept === undefined ? 'unknown' : kept ? 'kept' : 'may-be-cleared',
    ...(usage === undefined ? {} : { usedBytes: usage }),
    ...(usage === undefined || quota === undefined ? {} : { freeBytes: Math.max(0, quota - usage) }),
  };
}
