import { useText } from '../../../i18n/useText.ts';
import { partsOf } from './say-generic.ts';
import styles from './Workshop.module.css';

/** The Vietnamese sentence to say, with a general word where each dossier has another, and how to say that. */
export function Sentence({ vietnamese }: { readonly vietnamese: string }) {
  const t = useText('workshop', 'vi');
  const screen = useText('workshop');
  const parts = partsOf(vietnamese);
  return (
    <>
      <p className={styles.sentence} lang="vi">
        {parts.map((part, index) =>
          'text' in part ? (
            part.text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence never change places
            <mark key={index}>{t(`generic.${part.generic}`)}</mark>
          ),
        )}
      </p>
      {parts.some((part) => 'generic' in part) && <p className={styles.advice}>{screen('generic.advice')}</p>}
    </>
  );
}
