import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Dialog } from '../../../../ui/Dialog.tsx';
import styles from './Help.module.css';
import { findHelpTopic } from './help-topics.ts';

const ASKED = ['what', 'how', 'data', 'call'] as const;

/** What the screen is for, what to do, what happens with what is said, and whom to call. */
export function HelpSheet({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  const t = useText('help');
  const tell = useText();
  const topic = findHelpTopic(path);
  return (
    <Dialog
      title={t(`${topic}.title`)}
      onClose={onClose}
      actions={
        <Button variant="solid" onClick={onClose}>
          {tell('go.close')}
        </Button>
      }
    >
      <dl className={styles.help}>
        {ASKED.map((asked) => (
          <div key={asked}>
            <dt>{t(`ask.${asked}`)}</dt>
            <dd>{t(`${topic}.${asked}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
