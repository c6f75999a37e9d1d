import { sealDraftBackup, signDraftEnded } from '../../../../../contract/draft-backup/seal.ts';
import { importPublicKey } from '../../../../../contract/keys.ts';
import type { Storage } from '../../../../storage/storage.ts';
import { NoSpaceLeft } from '../../../../storage/watch-space.ts';
import { findReadable } from '../find-readable.ts';
import type { Session } from '../services.ts';
import { packDraft } from './draft-content.ts';

/** Milliseconds after a change until its backup is made: a person typing is not kept waiting, and one backup does for many. */
const PAUSE = 4000;
/** The last words are being written while a lock begins: how long it looks again. */
const LAST_WORDS = 200;

type Kept = Pick<Storage, 'backups' | 'findDevice'>;

/**
 * Makes a sealed backup of each draft whose present state has none, and signs the news of discarded ones. The rest is the
 * sender's, who needs no PIN. Does nothing where the commune keeps no drafts.
 */
export async function sealDrafts(storage: Kept, { vault, records }: Session): Promise<void> {
  const device = await storage.findDevice();
  if (device === undefined || device.policy?.backups === false) return;
  const { staffId, signingKey: signer } = vault;
  const recipient = await importPublicKey(device.sealingKey.publicKey, 'sealing');
  if (recipient === undefined) throw new Error("the office's sealing key on this tablet is damaged");
  for (const state of await storage.backups.listUnsealed(staffId)) {
    const found = await findReadable(records.findDraft(state.id));
    const entry = records.listEntries().find(({ id, state: of }) => id === state.id && of === 'draft');
    // Saved again meanwhile, or one that does not open: the next pass, or nobody, makes its backup.
    if (found.kind !== 'found' || entry === undefined || found.value.updatedAt !== state.updatedAt) continue;
    const content = packDraft({ draft: found.value, entry });
    const procedureId = found.value.procedure.id;
    const sealed = await sealDraftBackup({ ...state, staffId, procedureId, content }, { recipient, signer });
    if (sealed.kind === 'sealed') await storage.backups.putSealed(staffId, { ...state, bytes: sealed.bytes });
  }
  for (const news of await storage.backups.listUnsigned(staffId))
    await storage.backups.putSigned(staffId, {
      ...news,
      bytes: await signDraftEnded({ ...news, staffId }, signer),
    });
}

/** Keeps backups up to date for as long as somebody is unlocked, and once more when a lock begins. Returns "stop". */
export function startDraftKeeper(of: {
  readonly storage: Kept & Pick<Storage, 'onChange'>;
  readonly session: Session;
  readonly beforeLock: (save: () => Promise<unknown>) => () => void;
  readonly onBug: (error: unknown) => void;
}): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<void> = Promise.resolve();
  let isStopped = false;

  const pass = (): Promise<void> => {
    turn = turn.then(async () => {
      try {
        await sealDrafts(of.storage, of.session);
      } catch (error) {
        // Locked in the middle, or a full disk, which the screen says by itself: the next unlocking goes on.
        if (!isStopped && !(error instanceof NoSpaceLeft)) of.onBug(error);
      }
    });
    return turn;
  };
  const soon = () => {
    if (isStopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void pass();
    }, PAUSE);
  };

  const stopListening = of.storage.onChange(soon);
  const forgetLock = of.beforeLock(async () => {
    await pass();
    await new Promise((resolve) => setTimeout(resolve, LAST_WORDS));
    await pass();
  });
  soon();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stopListening();
    forgetLock();
  };
}
