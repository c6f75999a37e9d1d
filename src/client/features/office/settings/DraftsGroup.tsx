import { useText } from '../../../i18n/useText.ts';
import { Notice } from '../../../ui/Notices.tsx';
import { TickBox } from '../../../ui/TickBox.tsx';
import styles from './SettingsForm.module.css';

interface DraftsGroupProps {
  readonly keeps: boolean;
  /** As it is on the server now. */
  readonly kept: boolean;
  readonly mayChange: boolean;
  readonly onChange: (keeps: boolean) => void;
}

/** Whether the office keeps sealed drafts; what switching it off deletes is said before it is saved. */
export function DraftsGroup({ keeps, kept, mayChange, onChange }: DraftsGroupProps) {
  const t = useText('office');
  return (
    <fieldset disabled={!mayChange} className={styles.group}>
      <legend>{t('drafts.settingGroup')}</legend>
      <p>{t('drafts.settingWhat')}</p>
      <TickBox checked={keeps} onChange={onChange}>
        {t('drafts.setting')}
      </TickBox>
      {kept && !keeps && <Notice tone="care">{t('drafts.settingDeletes')}</Notice>}
    </fieldset>
  );
}
