import type { Readiness } from '../../../answers/useReadiness.ts';
import { useText } from '../../../i18n/useText.ts';
import styles from './ReadinessFacts.module.css';

/** What stands between the person and an electronic identity, each with what to do; the police visit; what to take along. */
export function ReadinessFacts({ readiness }: { readonly readiness: Readiness }) {
  const t = useText('interview');
  const { blockers, visit, toBring } = readiness;
  return (
    <dl className={styles.facts}>
      <Fact name={t('readiness.between')} lines={blockers.length > 0 ? blockers : [t('readiness.clear')]} />
      <Fact name={t('readiness.visit')} lines={visit} />
      <Fact name={t('readiness.bring')} lines={toBring} />
    </dl>
  );
}

function Fact({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      {lines.map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  );
}
