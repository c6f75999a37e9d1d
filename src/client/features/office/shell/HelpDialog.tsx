import { useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import styles from './HelpDialog.module.css';

const groups = {
  moving: [
    { id: 'search', press: ['/'] },
    { id: 'next', press: ['j', '↓'] },
    { id: 'previous', press: ['k', '↑'] },
    { id: 'open', press: ['Enter'] },
    { id: 'help', press: ['?'] },
    { id: 'close', press: ['Esc'] },
  ],
  queue: [
    { id: 'filter', press: ['l'] },
    { id: 'new', press: ['n'] },
    { id: 'pick', press: ['x'] },
    { id: 'pickMore', press: ['Shift ↓', 'Shift ↑'] },
    { id: 'pickAll', press: ['Shift a'] },
  ],
} as const;

/** Letters that the two groups above name already. */
const NAMED = new Set(['l', 'n']);

/** The buttons on the screen that a letter presses, as they are when the help is opened. */
function lettersOnScreen(): { readonly key: string; readonly does: string }[] {
  return [...document.querySelectorAll('button[aria-keyshortcuts]')]
    .map((button) => ({
      key: button.getAttribute('aria-keyshortcuts') ?? '',
      does: button.textContent?.trim() ?? '',
    }))
    .filter(({ key }) => !NAMED.has(key));
}

/** Every key of the console, and how the queue keeps itself fresh. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText('office-queue');
  const office = useText('office');
  const [letters] = useState(lettersOnScreen);
  return (
    <Dialog
      title={office('help.title')}
      onClose={onClose}
      actions={
        <Button size="small" variant="solid" onClick={onClose}>
          {office('close')}
        </Button>
      }
    >
      {Object.entries(groups).map(([group, keys]) => (
        <section key={group} className={styles.group} aria-label={t(`keys.${group}`)}>
          <h3>{t(`keys.${group}`)}</h3>
          <dl className={styles.keys}>
            {keys.map(({ id, press }) => (
              <Key key={id} press={press} does={t(`keys.${id}`)} />
            ))}
          </dl>
        </section>
      ))}
      {letters.length > 0 && (
        <section className={styles.group} aria-label={t('keys.acts')}>
          <h3>{t('keys.acts')}</h3>
          <p>{t('keys.actsText')}</p>
          <dl className={styles.keys}>
            {letters.map(({ key, does }) => (
              <Key key={key} press={[key]} does={does} />
            ))}
          </dl>
        </section>
      )}
      <p>{t('live')}</p>
    </Dialog>
  );
}

function Key({ press, does }: { readonly press: readonly string[]; readonly does: string }) {
  return (
    <div>
      <dt>
        {press.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
