import { Link } from 'wouter';
import { useText } from '../../../i18n/useText.ts';
import type { OfferedProcedure } from '../../../procedures/offered.ts';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { drawingOf } from '../common/life-events.ts';
import styles from './Begin.module.css';

interface ProcedureCardsProps {
  readonly procedures: readonly OfferedProcedure[];
  /** Id of the one to ask about before the others. */
  readonly first?: string | undefined;
}

/** Procedures to choose from, each with what it is for; one the commune takes no more of says so and stays readable. */
export function ProcedureCards({ procedures, first }: ProcedureCardsProps) {
  const t = useText('begin');
  return (
    <div className={styles.cards}>
      {procedures.map((one) => (
        <Link
          key={one.id}
          href={`/begin/procedure/${one.id}`}
          className={styles.card}
          data-off={one.state === 'retired' ? '' : undefined}
        >
          <Drawing name={drawingOf(one)} size={64} />
          <span>
            {one.id === first && (
              <>
                <span className={styles.first}>{t('first')}</span>
                <br />
              </>
            )}
            {one.name}
            <small>{one.state === 'retired' ? t('retired') : one.purpose}</small>
            {one.reach === 'prepare' && <small>{t('prepare')}</small>}
          </span>
        </Link>
      ))}
    </div>
  );
}
