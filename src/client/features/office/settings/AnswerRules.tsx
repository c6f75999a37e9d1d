import { AnswerTimes } from '../../../../domain/problem/answer-time.ts';
import { useText } from '../../../i18n/useText.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { TickBox } from '../../../ui/TickBox.tsx';
import { Unconfirmed } from '../common/Unconfirmed.tsx';
import styles from './SettingsForm.module.css';

interface AnswerRulesProps {
  readonly times: AnswerTimes;
  readonly onChange: (times: AnswerTimes) => void;
}

/** How soon the office answers problems from the field; a changed number waits to be confirmed again. */
export function AnswerRules({ times, onChange }: AnswerRulesProps) {
  const t = useText('office-problems');
  const field = (rule: 'ordinaryDays' | 'urgentHours') => (
    <div className={styles.short}>
      <TextField
        label={t(`settings.${rule}.label`)}
        value={String(times[rule])}
        onChange={(typed) =>
          onChange({ ...times, [rule]: Number(typed.replace(/\D/g, '')), confirmed: false })
        }
        inputMode="numeric"
        maxLength={2}
        digits
        problem={
          AnswerTimes.shape[rule].safeParse(times[rule]).success ? undefined : t(`settings.${rule}.wrong`)
        }
      />
    </div>
  );
  return (
    <>
      {field('ordinaryDays')}
      {field('urgentHours')}
      <TickBox checked={times.confirmed} onChange={(confirmed) => onChange({ ...times, confirmed })}>
        {t('settings.confirmed')} {!times.confirmed && <Unconfirmed />}
      </TickBox>
    </>
  );
}
