import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import styles from './HelpDialog.module.css';

const keys = [
  { id: 'search', press: ['/'] },
  { id: 'next', press: ['j', '↓'] },
  { id: 'previous', press: ['k', '↑'] },
  { id: 'open', press: ['Enter'] },
  { id: 'help', press: ['?'] },
  { id: 'close', press: ['Esc'] },
] as const;

/** Every key of the console, and how the queue keeps itself fresh. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText('office');
  return (
    <Dialog
      title={t('help.title')}
      onClose={onClose}
      actions={
        <Button size="small" variant="solid" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <dl className={styles.keys}>
        {keys.map(({ id, press }) => (
          <div key={id}>
            <dt>
              {press.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`help.keys.${id}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('help.fresh')}</p>
    </Dialog>
  );
}
