import { v7 } from 'uuid';
import type { DraftPorts } from '../../../src/client/features/field/common/kept/ask-drafts.ts';
import { sealDrafts } from '../../../src/client/features/field/common/kept/draft-keeper.ts';
import type { Session } from '../../../src/client/features/field/common/services.ts';
import { enrolTablet } from '../../../src/client/features/field/enrol/enrol-tablet.ts';
import { redeemOverHttp } from '../../../src/client/features/field/enrol/redeem-code.ts';
import { createMemoryStorage } from '../../../src/client/storage/memory-storage.ts';
import type { Draft } from '../../../src/client/storage/model.ts';
import type { Storage } from '../../../src/client/storage/storage.ts';
import { randomBytes } from '../../../src/client/sync/browser-ports.ts';
import { createHttpTransport } from '../../../src/client/sync/http-transport.ts';
import { createEnrolmentCode } from '../../../src/server/commands/create-enrolment-code.ts';
import { sampleEntry } from '../seal/samples.ts';
import type { TestApp } from '../server/test-app.ts';
import { startSender, type TestSender } from '../sync/sender.ts';

/** A tablet made of the app's own parts, without a screen: enrolled by a real code, with its own disk and sender. */
export interface FieldTablet {
  readonly deviceId: string;
  readonly storage: Storage;
  readonly session: Session;
  readonly ports: DraftPorts;
  readonly sender: TestSender;
  /** Saves a draft as the interview does; answers it as it is now stored. */
  save(draft: Draft): Promise<Draft>;
  /** Seals what has changed and sends, as an unlocked tablet with a network does. */
  keep(): Promise<void>;
}

/** Puts a staff member on a tablet: a new one, or one that a colleague works on already. */
export async function fieldTablet(
  server: TestApp,
  staffId: string,
  on: { readonly deviceName?: string; readonly storage?: Storage } = {},
): Promise<FieldTablet> {
  const { deviceName = 'Máy bản', storage = createMemoryStorage() } = on;
  const made = await createEnrolmentCode(server.deps, { staffId, hoursValid: 24, createdBy: null });
  if (made.kind !== 'created') throw new Error(made.kind);
  const enrolled = await enrolTablet(
    {
      storage,
      redeem: redeemOverHttp(server.origin, fetch),
      newId: v7,
      measureCost: async () => ({ memory: 256, passes: 1 }),
    },
    { code: made.code, deviceName, pin: '270491' },
  );
  if (enrolled.kind !== 'enrolled') throw new Error(enrolled.kind);
  const { vault } = enrolled;
  const session = { vault, records: await storage.openRecords(vault) };
  const device = await storage.findDevice();
  if (device === undefined) throw new Error('not enrolled');
  const http = { origin: server.origin, fetch, randomBytes };
  const sender = startSender({ storage, transport: createHttpTransport(http), clock: () => Date.now() });
  return {
    deviceId: device.deviceId,
    storage,
    session,
    ports: { http, storage, session },
    sender,
    async save(draft) {
      const outcome = await session.records.saveDraft(draft, sampleEntry(draft));
      if (outcome.kind !== 'saved') throw new Error(outcome.kind);
      return { ...draft, updatedAt: outcome.at };
    },
    async keep() {
      await sealDrafts(storage, session);
      await sender.send();
      if (sender.bugs.length > 0) throw sender.bugs[0];
    },
  };
}
