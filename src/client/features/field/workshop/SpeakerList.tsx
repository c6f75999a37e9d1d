import { useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useSession, useStored } from '../common/services.ts';
import { listSpeakers } from './speakers.ts';
import { thankSpeakers } from './thank-speakers.ts';
import type { Known } from './useKnown.ts';
import styles from './Workshop.module.css';

/** Who lent a voice, with name and village where they may be named; the others are counted. */
export function SpeakerList({ known }: { readonly known: Known }) {
  const t = useText('workshop');
  const { vault } = useSession();
  const people = useStored('speakers', ({ storage }) => listSpeakers(storage.languages, vault));
  if (people === undefined || known.voices.length === 0) return null;
  const { named, unnamed } = thankSpeakers(known.voices, people);
  return (
    <section className={styles.group}>
      <h2>{t('speakers.title')}</h2>
      <ul className={styles.speakers}>
        {named.map(({ name, village, voices }) => (
          <li key={`${name} ${village}`}>
            <Icon name="person" />
            <b>{name}</b>
            <span>
              {village} · {t('speakers.voices', { count: voices })}
            </span>
          </li>
        ))}
        {unnamed > 0 && <li>{t('speakers.unnamed', { count: unnamed })}</li>}
      </ul>
    </section>
  );
}
