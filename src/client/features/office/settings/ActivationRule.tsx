import { useText } from '../../../i18n/useText.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { TickBox } from '../../../ui/TickBox.tsx';
import { Unconfirmed } from '../common/Unconfirmed.tsx';
import styles from './SettingsForm.module.css';
import type { Settings } from './settings.ts';

type Rule = Settings['activation'];

const MOST_DAYS = 366;

export function isActivationRight({ days }: Rule): boolean {
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
}

/** How long the code on an account's slip can be used; our proposal until somebody of the commune has confirmed it. */
export function ActivationRule({
  value,
  onChange,
}: {
  readonly value: Rule;
  readonly onChange: (value: Rule) => void;
}) {
  const t = useText('office-accounts');
  return (
    <>
      <legend>{t('setting.group')}</legend>
      <p>{t('setting.what')}</p>
      <div className={styles.short}>
        <TextField
          label={t('setting.days')}
          value={value.days === 0 ? '' : String(value.days)}
          onChange={(text) => onChange({ days: Number(text.replace(/\D/g, '')), confirmed: false })}
          inputMode="numeric"
          maxLength={3}
          digits
          problem={isActivationRight(value) ? undefined : t('setting.wrong')}
        />
      </div>
      <TickBox checked={value.confirmed} onChange={(confirmed) => onChange({ ...value, confirmed })}>
        {t('setting.confirmed')} {!value.confirmed && <Unconfirmed />}
      </TickBox>
    </>
  );
}
