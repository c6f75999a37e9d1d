import { defaultDevicePolicy } from '../../../../contract/down/device-policy.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { TickBox } from '../../../ui/TickBox.tsx';
import styles from './SettingsForm.module.css';
import type { Settings } from './settings.ts';
import { isRuleRight, NUMBER_RULES, type NumberRule, readRule, writeRule } from './tablet-rules.ts';

type Tablets = Settings['tablets'];

/** What the commune's tablets keep, back up, and when they stop beginning new dossiers. */
export function TabletRules({
  tablets,
  onChange,
}: {
  readonly tablets: Tablets;
  readonly onChange: (tablets: Tablets) => void;
}) {
  const t = useText('office');
  const isDefault = JSON.stringify(tablets) === JSON.stringify(defaultDevicePolicy);
  return (
    <>
      <TickBox checked={tablets.backups} onChange={(backups) => onChange({ ...tablets, backups })}>
        {t('settings.tablets.backups')}
      </TickBox>
      {NUMBER_RULES.map((rule) => (
        <div key={rule} className={styles.short}>
          <TextField
            label={t(`settings.tablets.${rule}.label`)}
            hint={t.find(`settings.tablets.${rule}.hint`)}
            value={readRule(tablets, rule)}
            onChange={(typed) => onChange(writeRule(tablets, rule, typed))}
            inputMode="numeric"
            maxLength={6}
            digits
            problem={problemOf(tablets, rule, t('settings.tablets.order'))}
          />
        </div>
      ))}
      <p>{t('settings.tablets.ours')}</p>
      {!isDefault && (
        <div>
          <Button size="small" onClick={() => onChange(defaultDevicePolicy)}>
            {t('settings.tablets.defaults')}
          </Button>
        </div>
      )}
    </>
  );
}

function problemOf(tablets: Tablets, rule: NumberRule, words: string): string | undefined {
  return isRuleRight(tablets, rule) ? undefined : words;
}
