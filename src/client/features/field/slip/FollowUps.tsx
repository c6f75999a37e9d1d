import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../domain/procedure/run.ts';
import { civilDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { useOffered } from '../../../procedures/offered.ts';
import type { Summary } from '../../../storage/model.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { dayOfRules } from '../common/evaluate-draft.ts';
import styles from './Slip.module.css';

interface FollowUpsProps {
  readonly summary: Summary;
  readonly definition: ProcedureDefinition;
}

/** What the same family usually needs next, while they still sit at the table: a second way to the village is a day. */
export function FollowUps({ summary, definition }: FollowUpsProps) {
  const t = useText('interview');
  const offered = useOffered();
  const { answers, finishedAt } = summary.submission;
  const { followUps } = evaluate(definition, answers, { today: dayOfRules(summary, civilDate(finishedAt)) });
  const next = offered.filter(({ id, state }) => state === 'offered' && followUps.includes(id));
  if (next.length === 0) return null;
  return (
    <section className={styles.next}>
      <h2>{t('slip.followUps')}</h2>
      {next.map(({ id, name }) => (
        <LinkButton key={id} href={`/begin/procedure/${id}`} iconAfter={<Icon name="next" />}>
          {name}
        </LinkButton>
      ))}
    </section>
  );
}
