import { Link } from 'wouter';
import type { ProcedureLine, ProcedureState } from '../../../../contract/operations/procedures.ts';
import { formatDate, formatDateTime } from '../../../i18n/formats.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { type Text, useText } from '../../../i18n/useText.ts';
import { StatusPill } from '../../../ui/Notices.tsx';
import styles from './Procedures.module.css';

const LOOK = {
  draft: 'off',
  scheduled: 'busy',
  current: 'good',
  superseded: 'off',
  retired: 'off',
  withdrawn: 'attention',
} as const satisfies Record<ProcedureState, string>;

/** One line a version: what it is called, where it stands and since when, how far it was checked. */
export function ProcedureLines({ lines }: { readonly lines: readonly ProcedureLine[] }) {
  const t = useText('office');
  const language = useLanguage();
  if (lines.length === 0) return <p>{t('procedures.none')}</p>;
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={`${line.id}/${line.version}`}>
          <div>
            <h2>
              <Link href={`/procedures/${line.id}/${line.version}`} data-line="">
                {nameOf(line, language)}
              </Link>
            </h2>
            <p className={styles.soft}>
              <code>{line.id}</code> · {t('procedures.version', { version: line.version })} ·{' '}
              {t(`procedures.origin.${line.origin}`)}
            </p>
          </div>
          <div>
            <ProcedureStatus line={line} />
            <p className={styles.soft}>{sayLast(line, t)}</p>
          </div>
          <p>
            {t(`procedures.reach.${line.reach}`)}
            <br />
            {t(`procedures.review.${line.reviewStatus}`)}
            <br />
            {t('procedures.unconfirmed', { count: line.unconfirmed })}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function ProcedureStatus({ line }: { readonly line: ProcedureLine }) {
  const t = useText('office');
  return (
    <StatusPill state={LOOK[line.state]}>
      {t(`procedures.state.${line.state}`, { day: line.from === null ? '' : formatDate(line.from) })}
    </StatusPill>
  );
}

/** In the language of the screen, else in Vietnamese, else its id. */
export function nameOf({ id, names }: ProcedureLine, language: string): string {
  return names[language] ?? names.vi ?? id;
}

/** Who did the last thing to it, and when; nothing for what nobody touched. */
export function sayLast({ last, from }: ProcedureLine, t: Text): string {
  if (last === null) return t('procedures.untouched');
  const day = from === null ? '' : formatDate(from);
  return t(`procedures.last.${last.action}`, { name: last.byName, at: formatDateTime(last.at), day });
}
