import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { ScreenTitle } from '../../../ui/Page.tsx';
import type { VaultRecord } from '../../../vault/model.ts';
import styles from './Lock.module.css';

/** The two or three who share this tablet. */
export function WhoIsIt({
  people,
  onChoose,
}: {
  readonly people: readonly VaultRecord[];
  readonly onChoose: (staffId: string) => void;
}) {
  const t = useText();
  return (
    <div className={styles.who}>
      <ScreenTitle>{t('lock.who')}</ScreenTitle>
      {people.map((person) => (
        <Button
          key={person.staffId}
          size="large"
          wide
          icon={<Icon name="person" size={30} />}
          onClick={() => onChoose(person.staffId)}
        >
          {person.displayName}
        </Button>
      ))}
    </div>
  );
}
