import { useState } from 'react';
import type { CardKind } from '../../../../../domain/citizen/card-issuers.ts';
import type { Place } from '../../../../../domain/place/place.ts';
import type { Answers } from '../../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import { formatAnswer, type Translate } from '../../../../answers/format-answer.ts';
import { civilDate } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { useServices } from '../../common/services.ts';
import { usePlaceNames } from '../../common/usePlaceNames.ts';
import { useInterview } from '../interview-context.ts';
import { AddressQuestion } from './AddressQuestion.tsx';
import { CardPage } from './CardPage.tsx';
import { CareNotice } from './CareNotice.tsx';
import styles from './card.module.css';
import { type CardRead, doubtsAbout } from './card-read.ts';
import type { CardFact, CardTargets } from './card-targets.ts';
import { FactRow } from './FactRow.tsx';
import { IssuerQuestion } from './IssuerQuestion.tsx';
import { type ProposedFact, proposeFacts } from './propose-facts.ts';
import { useReadAddress } from './useReadAddress.ts';

interface ConfirmStepProps {
  readonly card: CardRead;
  readonly targets: CardTargets;
  readonly definition: ProcedureDefinition;
  readonly words: Translate;
  readonly onAgain: () => void;
  readonly onClose: () => void;
  readonly onWrite: (answers: Answers) => void;
}

/**
 * Everything read, each beside what the form says now. What fills a gap is ticked; what would replace an answer is not
 * taken unless somebody says so. Doubts are said and stop nothing. Only "yes" writes.
 */
export function ConfirmStep({
  card,
  targets,
  definition,
  words,
  onAgain,
  onClose,
  onWrite,
}: ConfirmStepProps) {
  const t = useText('card');
  const { now } = useServices();
  const { draft } = useInterview();
  const places = usePlaceNames();
  const today = civilDate(now());
  const [kind, setKind] = useState<CardKind>();
  const [chosenPlace, setChosenPlace] = useState<Place>();
  const [taken, setTaken] = useState<{ readonly [Fact in CardFact]?: boolean }>({});
  const address = useReadAddress(card);
  const certain =
    address?.kind === 'place'
      ? address.place
      : address?.kind === 'province'
        ? { province: address.province }
        : undefined;
  const { facts, asksKind, asksResidence } = proposeFacts(
    card,
    { kind, residence: chosenPlace ?? certain },
    targets,
    {
      definition,
      answers: draft.answers,
      today,
    },
  );
  const doubts = doubtsAbout(card, today).map((doubt) => t.sentence(`confirm.doubt.${doubt}`));
  const isTaken = (one: ProposedFact) => taken[one.fact] ?? isTakenAtFirst(one, card);
  const toWrite = facts.filter((one) => one.state !== 'same' && isTaken(one));
  return (
    <CardPage
      title={t.sentence('confirm.title')}
      hint={t.sentence('confirm.hint')}
      aloud={[
        ...doubts,
        ...facts.flatMap(({ fact, question, value }) => [
          t.sentence(`fact.${fact}`),
          { text: formatAnswer(question, value, words, places) },
        ]),
      ]}
      foot={
        <>
          <Button icon={<Icon name="close" />} onClick={onClose}>
            {t('confirm.no')}
          </Button>
          <Button icon={<Icon name="undo" />} onClick={onAgain}>
            {t('confirm.again')}
          </Button>
          {toWrite.length === 0 ? (
            <Button variant="solid" icon={<Icon name="check" />} onClick={onClose}>
              {t('confirm.nothing')}
            </Button>
          ) : (
            <Button
              variant="solid"
              icon={<Icon name="check" />}
              onClick={() =>
                onWrite(Object.fromEntries(toWrite.map(({ question, value }) => [question.id, value])))
              }
            >
              {t('confirm.yes')}
            </Button>
          )}
        </>
      }
    >
      {doubts.map((doubt) => (
        <CareNotice key={doubt.text} sentence={doubt} />
      ))}
      <ul className={styles.facts}>
        {facts.map((one) => (
          <FactRow
            key={one.fact}
            proposed={one}
            isPlainName={one.fact === 'name' && card.isPlainName}
            printed={one.fact === 'residence' ? card.residence : undefined}
            words={words}
            isTaken={isTaken(one)}
            onTake={(take) => setTaken({ ...taken, [one.fact]: take })}
          />
        ))}
      </ul>
      {asksKind && <IssuerQuestion value={kind} onChange={setKind} />}
      {asksResidence && card.residence !== undefined && address !== undefined && address.kind !== 'place' && (
        <AddressQuestion
          line={card.residence}
          address={address}
          value={chosenPlace}
          onChange={setChosenPlace}
        />
      )}
    </CardPage>
  );
}

/** A name without marks waits for somebody to say so; so does whatever would replace an answer. */
function isTakenAtFirst({ fact, state }: ProposedFact, card: CardRead): boolean {
  return state === 'fills' && !(fact === 'name' && card.isPlainName);
}
