import { useEffect, useState } from 'react';
import { Redirect } from 'wouter';
import { findProcedure } from '../../../../procedures/catalogue.ts';
import { useText } from '../../../i18n/useText.ts';
import type { Draft } from '../../../storage/model.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { Page, ScreenTitle } from '../../../ui/Page.tsx';
import { useSession } from '../common/services.ts';
import { adoptPhotos } from './adopt-photos.ts';
import { Interview } from './Interview.tsx';

type Found =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'finished' }
  | { readonly kind: 'nothing' };

/** `/interview/:draftId`: goes on where the draft was left. One that was finished meanwhile leads to its slip. */
export function InterviewPage({ draftId }: { readonly draftId: string }) {
  const t = useText('interview');
  const found = useFound(draftId);
  if (found === undefined) return <Spinner label={t('open.working')} />;
  if (found.kind === 'finished') return <Redirect to={`/slip/${draftId}`} replace />;
  if (found.kind === 'nothing') return <CannotOpen why="nothing" />;
  const definition = findProcedure(found.draft.procedure.id, found.draft.procedure.version);
  // Kept as it is: a build that carries this version opens it again (I9).
  if (definition === undefined) return <CannotOpen why="version" />;
  return <Interview key={draftId} opened={adoptPhotos(found.draft, definition)} definition={definition} />;
}

function useFound(draftId: string): Found | undefined {
  const { records } = useSession();
  const [found, setFound] = useState<{ readonly id: string; readonly found: Found }>();
  useEffect(() => {
    let here = true;
    const find = async (): Promise<Found> => {
      const draft = await records.findDraft(draftId);
      if (draft !== undefined) return { kind: 'draft', draft };
      return (await records.findSummary(draftId)) === undefined ? { kind: 'nothing' } : { kind: 'finished' };
    };
    void find().then((result) => {
      if (here) setFound({ id: draftId, found: result });
    });
    return () => {
      here = false;
    };
  }, [records, draftId]);
  return found?.id === draftId ? found.found : undefined;
}

function CannotOpen({ why }: { readonly why: 'nothing' | 'version' }) {
  const t = useText('interview');
  return (
    <Page width="narrow" align="middle">
      <ScreenTitle>{t(`open.${why}.title`)}</ScreenTitle>
      <Notice>{t(`open.${why}.what`)}</Notice>
      <LinkButton href="/" variant="solid" size="large">
        {t('go.home')}
      </LinkButton>
    </Page>
  );
}
