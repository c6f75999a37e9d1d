import { useEffect, useState } from 'react';
import { Redirect } from 'wouter';
import { useText } from '../../../i18n/useText.ts';
import { useFoundProcedure } from '../../../procedures/useProcedure.ts';
import type { Draft } from '../../../storage/model.ts';
import { Spinner } from '../../../ui/Notices.tsx';
import { CannotOpen } from '../common/CannotOpen.tsx';
import { findReadable } from '../common/find-readable.ts';
import { findGivenAway } from '../common/kept/given-away.ts';
import { useServices, useSession } from '../common/services.ts';
import { adoptPhotos } from './adopt-photos.ts';
import { GivenAway } from './GivenAway.tsx';
import { Interview } from './Interview.tsx';

type Found =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'finished' }
  /** A colleague goes on with it, since then. */
  | { readonly kind: 'given-away'; readonly at: string }
  | { readonly kind: 'nothing' | 'unreadable' };

/** `/interview/:draftId`: goes on where the draft was left. One that was finished meanwhile leads to its slip. */
export function InterviewPage({ draftId }: { readonly draftId: string }) {
  // What dates say is awaited here too: a question that waited for it would hide the whole screen for a moment.
  const t = useText(['interview', 'seen']);
  const found = useFound(draftId);
  const procedure = useFoundProcedure(found?.kind === 'draft' ? found.draft.procedure : undefined);
  if (found === undefined) return <Spinner label={t('open.working')} />;
  if (found.kind === 'given-away') return <GivenAway draftId={draftId} at={found.at} />;
  if (found.kind === 'finished') return <Redirect to={`/slip/${draftId}`} replace />;
  if (found.kind !== 'draft') return <CannotOpen why={found.kind} />;
  // Kept as it is: it opens again when its version is here (I9).
  if (procedure?.kind !== 'found') return <CannotOpen why={procedure?.kind ?? 'not-here'} />;
  const { definition } = procedure;
  return <Interview key={draftId} opened={adoptPhotos(found.draft, definition)} definition={definition} />;
}

function useFound(draftId: string): Found | undefined {
  const { storage } = useServices();
  const { records, vault } = useSession();
  const [found, setFound] = useState<{ readonly id: string; readonly found: Found }>();
  const [failure, setFailure] = useState<{ readonly of: unknown }>();
  useEffect(() => {
    let here = true;
    const find = async (): Promise<Found> => {
      const news = await storage.outbox.listOfficeNews();
      const given = findGivenAway(news, vault.staffId).find((one) => one.draftId === draftId);
      if (given !== undefined) return { kind: 'given-away', at: given.at };
      const draft = await findReadable(records.findDraft(draftId));
      if (draft.kind === 'found') return { kind: 'draft', draft: draft.value };
      if (draft.kind === 'unreadable') return draft;
      const summary = await findReadable(records.findSummary(draftId));
      return summary.kind === 'found' ? { kind: 'finished' } : summary;
    };
    find().then(
      (result) => {
        if (here) setFound({ id: draftId, found: result });
      },
      (error: unknown) => {
        if (here) setFailure({ of: error });
      },
    );
    return () => {
      here = false;
    };
  }, [storage, records, vault, draftId]);
  if (failure !== undefined) throw failure.of;
  return found?.id === draftId ? found.found : undefined;
}
