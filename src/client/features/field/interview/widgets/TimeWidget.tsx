import { useText } from '../../../../i18n/useText.ts';
import { TimeFields } from '../../../../ui/TimeFields.tsx';
import { useHalfTyped } from './half-typed.ts';
import type { WidgetProps } from './widget-props.ts';

/** Hour and minute of the day as 24 hours, `HH:MM`. */
export function TimeWidget({ question, value, onChange, ...words }: WidgetProps<'time'>) {
  const t = useText('interview');
  const [answeredHour = '', answeredMinute = ''] = typeof value === 'string' ? value.split(':') : [];
  const [hour, setHour] = useHalfTyped(`${question.id}:hour`, answeredHour);
  const [minute, setMinute] = useHalfTyped(`${question.id}:minute`, answeredMinute);
  const isWrong = Number(hour) > 23 || Number(minute) > 59;
  return (
    <TimeFields
      label={words.label}
      hint={words.hint}
      labelHidden={words.labelHidden}
      problem={isWrong ? t('time.noSuchTime') : words.problem}
      hourLabel={t('time.hour')}
      minuteLabel={t('time.minute')}
      value={{ hour, minute }}
      onChange={(typed) => {
        setHour(typed.hour);
        setMinute(typed.minute);
        const isTime = /^\d{1,2}$/.test(typed.hour) && /^\d{1,2}$/.test(typed.minute);
        const inRange = Number(typed.hour) <= 23 && Number(typed.minute) <= 59;
        onChange(
          isTime && inRange ? `${typed.hour.padStart(2, '0')}:${typed.minute.padStart(2, '0')}` : undefined,
        );
      }}
    />
  );
}
