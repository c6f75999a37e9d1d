import type { OfficeNews } from '../../../../storage/model.ts';
import { useServices, useSession, useStored } from '../services.ts';

type News = OfficeNews['change'];

/** A draft of which this person is no longer the one who goes on, and since when. */
export interface GivenAway {
  readonly draftId: string;
  readonly at: string;
}

/** Drafts that went from this person to a colleague, by the office's latest word. */
export function findGivenAway(news: readonly News[], staffId: string): readonly GivenAway[] {
  return news.flatMap((one) =>
    one.kind === 'draft-offered' && one.fromStaffId === staffId ? [{ draftId: one.draftId, at: one.at }] : [],
  );
}

/** Drafts that a colleague gave to this person, by the office's latest word; the tablet may have them already. */
export function findOffered(news: readonly News[], staffId: string): readonly string[] {
  return news.flatMap((one) =>
    one.kind === 'draft-offered' && one.toStaffId === staffId ? [one.draftId] : [],
  );
}

/** Ids of this person's drafts that a colleague goes on with; empty until read. */
export function useGivenAway(): ReadonlySet<string> {
  const { vault } = useSession();
  const { storage } = useServices();
  const given = useStored(`given away by ${vault.staffId}`, async () =>
    findGivenAway(await storage.outbox.listOfficeNews(), vault.staffId).map(({ draftId }) => draftId),
  );
  return new Set(given);
}
