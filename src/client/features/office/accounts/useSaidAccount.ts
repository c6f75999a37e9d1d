import type { AccountDetail } from '../../../../contract/operations/accounts.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../domain/procedure/run.ts';
import { answersInOrder } from '../../../answers/answers-in-order.ts';
import { formatAnswer, questionKey } from '../../../answers/format-answer.ts';
import { sayAnswers } from '../../../answers/said-answers.ts';
import { useAnswerWords } from '../../../answers/useAnswerWords.ts';
import { usePlaceNames } from '../../../answers/usePlaceNames.ts';
import { civilDate } from '../../../i18n/formats.ts';

export interface SaidAnswer {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** The answers of an account in words, in the form's order, without consents and papers, which are looked at elsewhere. */
export function useSaidAccount(
  account: AccountDetail,
  definition: ProcedureDefinition,
): readonly SaidAnswer[] {
  const t = useAnswerWords(definition);
  const places = usePlaceNames();
  const day = civilDate(account.receivedAt);
  const said = sayAnswers(evaluate(definition, account.answers, { today: day }), t, places);
  return answersInOrder(definition, account.answers, day)
    .filter(({ step }) => step.kind !== 'consent')
    .flatMap(({ rows }) =>
      rows.flatMap(({ question, value }) =>
        question.type === 'document' || question.type === 'signature' || value === undefined
          ? []
          : [
              {
                id: question.id,
                label: t(questionKey(question, 'label'), said(question.id)),
                value: formatAnswer(question, value, t, places),
              },
            ],
      ),
    );
}
