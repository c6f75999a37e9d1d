import { useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './Home.module.css';

/** Finds people and dossiers on this tablet by name, village or reference; accents do not matter. */
export function SearchBox({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (query: string) => void;
}) {
  const t = useText();
  return (
    <search className={styles.search}>
      <Icon name="search" />
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('home.search')}
        placeholder={t('home.search')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </search>
  );
}
