import { useState } from 'react';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { saidChoice } from '../../../answers/said-choice.ts';
import { useText } from '../../../i18n/useText.ts';
import { useFoundProcedure } from '../../../procedures/useProcedure.ts';
import { Button } from '../../../ui/Button.tsx';
import { type Choice, ChoiceCards } from '../../../ui/Choices.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { ScreenTitle, Sheet } from '../../../ui/Page.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useSession, useStored } from '../common/services.ts';
import { copyFromAccount } from './account-copy.ts';
import styles from './Interview.module.css';
import { useInterview } from './interview-context.ts';
import { DRAWN_NOBODY } from './widgets/drawn-answers.ts';

const NOBODY = 'none';
const MOST_OFFERED = 6;

/** A reference is read as one word: no line ends inside it. */
const inOnePiece = (reference: string | undefined) => reference?.replaceAll('-', '\u2011');

/** Whose dossier this is: an account registered on this tablet, sent or still waiting, or none. Nothing is filled in unasked. */
export function ForWhom({ definition }: { readonly definition: ProcedureDefinition }) {
  const t = useText('interview');
  const { store, draft } = useInterview();
  const { records } = useSession();
  const [filter, setFilter] = useState('');
  const accounts = records
    .search(filter, 200)
    .filter((entry) => entry.kind === 'account' && entry.state === 'finished');
  const linked = records.listEntries().find((entry) => entry.id === draft.accountId);
  const offered = [
    ...(linked === undefined ? [] : [linked]),
    ...accounts.filter((entry) => entry.id !== draft.accountId),
  ].slice(0, MOST_OFFERED);
  const choices: Choice[] = [
    ...offered.map((entry, at) => ({
      value: entry.id,
      label: entry.title,
      hint: [entry.village, inOnePiece(entry.provisionalReference)].filter(Boolean).join(' · '),
      drawing: `person-${at + 1}`,
    })),
    {
      value: NOBODY,
      ...saidChoice(t, 'forWhom.nobody'),
      hint: t('forWhom.nobodyHint'),
      drawing: DRAWN_NOBODY,
    },
  ];
  return (
    <div className={styles.step}>
      <div className={styles.title}>
        <ScreenTitle size="question">{t('forWhom.title')}</ScreenTitle>
        <p className={styles.hint}>{t('forWhom.hint')}</p>
      </div>
      <TextField label={t('forWhom.search')} type="search" value={filter} onChange={setFilter} />
      <ChoiceCards
        label={t('forWhom.title')}
        labelHidden
        choices={choices}
        value={draft.accountId ?? NOBODY}
        onChange={(id) => store.linkAccount(id === NOBODY ? undefined : id)}
      />
      {filter !== '' && accounts.length === 0 && <p className={styles.hint}>{t('forWhom.none')}</p>}
      {draft.accountId !== undefined && <CopyOffer accountId={draft.accountId} definition={definition} />}
    </div>
  );
}

function CopyOffer({
  accountId,
  definition,
}: {
  readonly accountId: string;
  readonly definition: ProcedureDefinition;
}) {
  const t = useText('interview');
  const { store, draft } = useInterview();
  const { records } = useSession();
  const summary = useStored(`account ${accountId}`, () => records.findSummary(accountId));
  const [copied, setCopied] = useState<number>();
  const from = useFoundProcedure(summary?.submission.procedure);
  if (summary === undefined || from?.kind !== 'found') return null;
  const { answers } = summary.submission;
  const account = { definition: from.definition, answers };
  const copy = copyFromAccount(account, { definition, answers: draft.answers });
  const count = Object.keys(copy).length;
  return (
    <Sheet>
      <div className={styles.block}>
        <p>{t('forWhom.copyWhat', { name: summary.title })}</p>
        {copied !== undefined ? (
          <Notice tone="good">{t('forWhom.copied', { count: copied })}</Notice>
        ) : (
          <div>
            <Button
              icon={<Icon name="person" />}
              disabled={count === 0}
              onClick={() => {
                store.answerAll(copy);
                setCopied(count);
              }}
            >
              {t('forWhom.copy')}
            </Button>
          </div>
        )}
      </div>
    </Sheet>
  );
}
