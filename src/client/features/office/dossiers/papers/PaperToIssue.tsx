import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { type IssuablePaper, issuePaper } from '../../../../../contract/operations/papers.ts';
import { formatDateTime } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { call, problemOf } from '../../common/call.ts';
import { ProblemNotice } from '../../common/ProblemNotice.tsx';
import styles from './DossierPapers.module.css';
import { FormName } from './FormName.tsx';

/** A paper that the record calls for. One press is one command: after a lost answer the same one goes again. */
export function PaperToIssue({
  dossierId,
  paper,
  isConfirmed,
}: {
  readonly dossierId: string;
  readonly paper: IssuablePaper;
  readonly isConfirmed: boolean;
}) {
  const t = useText('office-papers');
  const client = useQueryClient();
  const [commandId] = useState(() => newId());
  const { form, about } = paper;
  const issue = useMutation({
    mutationFn: () => call(issuePaper, { params: { id: dossierId }, body: { commandId, form, about } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['papers', dossierId] }),
  });
  return (
    <li>
      <div>
        <FormName form={form} isConfirmed={isConfirmed} />
        <p className={styles.soft}>{t('about', { at: formatDateTime(paper.at) })}</p>
      </div>
      <div className={styles.ways}>
        <Button
          size="small"
          busy={issue.isPending}
          aria-label={t('issueNamed', { form: t(`form.${form}`) })}
          onClick={() => issue.mutate()}
        >
          {t('issue')}
        </Button>
      </div>
      {issue.error !== null && <ProblemNotice problem={problemOf(issue.error)} />}
    </li>
  );
}
