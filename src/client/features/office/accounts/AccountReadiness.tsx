import type { Answers } from '../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { useReadiness } from '../../../answers/useReadiness.ts';
import { useText } from '../../../i18n/useText.ts';
import { FactList } from '../common/FactList.tsx';

interface AccountReadinessProps {
  readonly definition: ProcedureDefinition;
  readonly answers: Answers;
  /** Civil date on which it is judged. */
  readonly today: string;
}

/** What still stands between this person and an electronic identity, and the visit to the police. */
export function AccountReadiness({ definition, answers, today }: AccountReadinessProps) {
  const t = useText('office');
  const readiness = useReadiness(definition, answers, today);
  if (readiness === undefined) return null;
  const { blockers, visit, toBring } = readiness;
  const facts = [
    {
      label: t('accounts.readiness.between'),
      lines: blockers.length > 0 ? blockers : [t('accounts.readiness.clear')],
    },
    { label: t('accounts.readiness.visit'), lines: visit },
    { label: t('accounts.readiness.bring'), lines: toBring },
  ];
  return (
    <FactList
      title={t('accounts.readiness.title')}
      facts={facts
        .filter(({ lines }) => lines.length > 0)
        .map(({ label, lines }) => ({ label, value: lines.map((line) => <p key={line}>{line}</p>) }))}
    />
  );
}
