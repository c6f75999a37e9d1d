import { Link } from 'wouter';
import type { AwaitedSupplement } from '../../../../contract/operations/tasks.ts';
import { civilDate, formatDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { useProcedureName } from '../common/useProcedureName.ts';
import styles from './Visits.module.css';

interface AwaitedSupplementsProps {
  readonly supplements: readonly AwaitedSupplement[];
  /** Undefined where the one who looks does not plan. */
  readonly onPlan: ((supplement: AwaitedSupplement) => void) | undefined;
}

/** What the office waits for from households: it has no day of its own until a visit goes there. */
export function AwaitedSupplements({ supplements, onPlan }: AwaitedSupplementsProps) {
  const t = useText('office-visits');
  return (
    <section className={styles.supplements} aria-labelledby="awaited-supplements">
      <h2 id="awaited-supplements">{t('supplements.title', { count: supplements.length })}</h2>
      <p>{supplements.length === 0 ? t('supplements.none') : t('supplements.what')}</p>
      <ul>
        {supplements.map((supplement) => (
          <Line key={supplement.id} supplement={supplement} onPlan={onPlan} />
        ))}
      </ul>
    </section>
  );
}

function Line({
  supplement,
  onPlan,
}: {
  readonly supplement: AwaitedSupplement;
  readonly onPlan: AwaitedSupplementsProps['onPlan'];
}) {
  const t = useText('office-visits');
  const procedure = useProcedureName(supplement.procedureId, supplement.procedureVersion);
  const { visit, arrivedAt } = supplement;
  return (
    <li>
      <div>
        <Link href={`/queue/all/${supplement.dossierId}`}>
          <b>{supplement.name}</b> · {procedure}
        </Link>
        <span>
          {[
            supplement.village,
            t('supplements.asked', { day: formatDate(civilDate(supplement.requestedAt)) }),
            t('supplements.assigned', { name: supplement.staffName }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {arrivedAt !== null ? (
        <b>{t('supplements.arrived')}</b>
      ) : visit !== null ? (
        <Link href={`/visits/week/${visit.day}/${visit.id}`}>
          {t('supplements.visited', { day: formatDate(visit.day) })}
        </Link>
      ) : (
        onPlan !== undefined && (
          <Button
            size="small"
            onClick={() => onPlan(supplement)}
            aria-label={t('supplements.planOne', { name: supplement.name })}
          >
            {t('plan')}
          </Button>
        )
      )}
    </li>
  );
}
