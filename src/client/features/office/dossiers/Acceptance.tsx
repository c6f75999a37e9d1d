import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { actOnDossier } from '../../../../contract/operations/dossier-actions.ts';
import type { DossierDetail } from '../../../../contract/operations/office.ts';
import { useProcedureText, useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { call, type Problem, problemOf } from '../common/call.ts';
import { dossierQuery } from '../common/dossier-queries.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import styles from './Acceptance.module.css';
import { AcceptedResult } from './AcceptedResult.tsx';

/**
 * Taking the dossier into the office's books, asked once more before it is done. One press is one command: after a lost
 * answer the same command goes again and gives the same code. Touched by somebody else meanwhile, the present state is
 * fetched and the officer looks again.
 */
export function Acceptance({ dossier }: { readonly dossier: DossierDetail }) {
  const t = useText('office');
  const procedure = useProcedureText({ id: dossier.procedureId, version: dossier.procedureVersion });
  const client = useQueryClient();
  const [command, setCommand] = useState<
    { readonly commandId: string; readonly revision: number } | undefined
  >(undefined);
  const [touched, setTouched] = useState<Problem | undefined>(undefined);
  const accept = useMutation({
    mutationFn: (body: { readonly commandId: string; readonly revision: number }) =>
      call(actOnDossier, { params: { id: dossier.id }, body: { ...body, act: { kind: 'accept' } } }),
    onSuccess: (accepted) => {
      client.setQueryData(dossierQuery(dossier.id).queryKey, accepted);
      setCommand(undefined);
      void client.invalidateQueries({ queryKey: ['dossiers'] });
    },
    onError: (failure) => {
      const problem = problemOf(failure);
      if (problem.kind !== 'conflict' && problem.kind !== 'state-not-allowed') return;
      setCommand(undefined);
      setTouched(problem);
      void client.invalidateQueries({ queryKey: dossierQuery(dossier.id).queryKey });
      void client.invalidateQueries({ queryKey: ['dossiers'] });
    },
  });
  const open = () => {
    accept.reset();
    setTouched(undefined);
    setCommand({ commandId: newId(), revision: dossier.revision });
  };
  const awaited = dossier.attachments.filter(({ state }) => state === 'awaited').length;
  return (
    <div className={styles.acceptance}>
      {touched !== undefined && <ProblemNotice problem={touched}>{t('accept.lookAgain')}</ProblemNotice>}
      {dossier.officialCode !== null && <AcceptedResult dossier={dossier} />}
      {dossier.allowed.includes('accept') && (
        <Button size="small" variant="solid" onClick={open}>
          {t('accept.do')}
        </Button>
      )}
      {dossier.officialCode === null && !dossier.allowed.includes('accept') && (
        <Notice
          title={awaited > 0 ? t('accept.waitForAttachments', { count: awaited }) : t('accept.notYours')}
        />
      )}
      {command !== undefined && (
        <Dialog
          title={t('accept.confirmTitle')}
          onClose={() => setCommand(undefined)}
          actions={
            <>
              <Button size="small" onClick={() => setCommand(undefined)}>
                {t('cancel')}
              </Button>
              <Button
                size="small"
                variant="solid"
                busy={accept.isPending}
                onClick={() => accept.mutate(command)}
              >
                {t('accept.confirm')}
              </Button>
            </>
          }
        >
          <p>
            <b>
              {procedure.find('name') ?? dossier.procedureId} · {dossier.subjectName}
            </b>
          </p>
          <p>{t('accept.whatHappens')}</p>
          {accept.error !== null && <ProblemNotice problem={problemOf(accept.error)} />}
        </Dialog>
      )}
    </div>
  );
}
