import { use } from 'react';
import { notesFor } from '../../../../domain/money/banknotes.ts';
import { sayDong, sayNumber } from '../../../../domain/money/say-dong.ts';
import { formatMoney } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { AloudContext } from '../../../ui/aloud.ts';
import { Banknote } from '../../../ui/Banknote.tsx';
import styles from './MoneySeen.module.css';

/**
 * An amount to pay as everybody can take it in: the figure, the words, and the notes that make it (DOMAIN section 7,
 * rule 15). The words are Vietnamese on every screen, because the notes are.
 */
export function MoneySeen({ dong }: { readonly dong: number }) {
  const t = useText('seen', 'vi');
  const aloud = use(AloudContext);
  const notes = notesFor(dong) ?? [];
  const called = notes.map(({ note, count }) =>
    t('money.note', { howMany: sayNumber(count), note: sayNumber(note) }),
  );
  const words = capital(sayDong(dong));
  const paidWith = called.length === 0 ? undefined : t('money.paidWith', { notes: called.join(', ') });
  return (
    <span className={styles.money}>
      <span className={styles.head}>
        <b className={`numbers ${styles.figure}`}>{formatMoney(dong)}</b>
        {aloud?.({ text: paidWith === undefined ? words : `${words}. ${paidWith}` })}
      </span>
      <span lang="vi" className={styles.words}>
        {words}
      </span>
      {paidWith !== undefined && (
        <span lang="vi" className={styles.notes}>
          <span className={styles.drawn} aria-hidden="true">
            {notes.map(({ note, count }) => (
              <span key={note} className={styles.note}>
                <Banknote figure={formatMoney(note).replace(' đ', '')} many={count > 1} />
                {count > 1 && <b className="numbers">× {count}</b>}
              </span>
            ))}
          </span>
          <span>{paidWith}</span>
        </span>
      )}
    </span>
  );
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}
