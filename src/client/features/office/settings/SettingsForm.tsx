import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { getSettings, putSettings } from '../../../../contract/operations/office.ts';
import { isClosingTime } from '../../../../domain/calendar/closing-time.ts';
import { isUnitCode } from '../../../../domain/dossier/official-code.ts';
import { AnswerTimes } from '../../../../domain/problem/answer-time.ts';
import { formatClock } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { TickBox } from '../../../ui/TickBox.tsx';
import { call, problemOf } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { Unconfirmed } from '../common/Unconfirmed.tsx';
import { useTried } from '../common/useTried.ts';
import { ActivationRule, isActivationRight } from './ActivationRule.tsx';
import { AnswerRules } from './AnswerRules.tsx';
import { DraftsDeleted } from './DraftsDeleted.tsx';
import styles from './SettingsForm.module.css';
import type { Settings } from './settings.ts';
import { TabletRules } from './TabletRules.tsx';
import { isRuleRight, NUMBER_RULES } from './tablet-rules.ts';
import { useKeptChanges } from './useKeptChanges.ts';
import { YearOfDays } from './YearOfDays.tsx';

/**
 * Edits a copy; what is on the server changes with "save" alone, and the screen says when it has. Parts that were not changed here
 * stay as they are there: somebody else may have saved them meanwhile.
 */
export function SettingsForm({
  stored,
  mayChange,
}: {
  readonly stored: Settings;
  readonly mayChange: boolean;
}) {
  const t = useText('office');
  const problems = useText('office-problems');
  const client = useQueryClient();
  const { changes, keep, drop } = useKeptChanges();
  const draft: Settings = { ...stored, ...changes };
  const save = useMutation({
    mutationFn: async (changed: Partial<Settings>) =>
      await call(putSettings, { body: { ...(await call(getSettings, {})), ...changed } }),
    onSuccess: (saved, changed) => {
      client.setQueryData(['settings'], saved);
      drop(changed);
    },
  });
  const change = (part: Partial<Settings>) => {
    save.reset();
    keep({ ...changes, ...part });
  };
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored);
  const isCodeRight = isUnitCode(draft.unitCode.value);
  const isClockRight = isClosingTime(draft.closingTime);
  const areTabletsRight = NUMBER_RULES.every((rule) => isRuleRight(draft.tablets, rule));
  const areTimesRight = AnswerTimes.safeParse(draft.answerTimes).success;
  const { form, setTried } = useTried();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (
      isCodeRight &&
      isClockRight &&
      isActivationRight(draft.activation) &&
      areTabletsRight &&
      areTimesRight
    )
      save.mutate(changes);
    else setTried();
  };
  const lastYear = Math.max(...draft.years.map(({ year }) => year));
  return (
    <form ref={form} className={styles.form} onSubmit={submit}>
      <fieldset disabled={!mayChange} className={styles.group}>
        <legend>{t('settings.codeGroup')}</legend>
        <p>{t('settings.codeWhat')}</p>
        <div className={styles.short}>
          <TextField
            label={t('settings.unitCode')}
            value={draft.unitCode.value}
            onChange={(value) =>
              change({ unitCode: { value: value.trim().toUpperCase(), confirmed: false } })
            }
            maxLength={25}
            digits
            problem={isCodeRight ? undefined : t('settings.unitCodeWrong')}
          />
        </div>
        <TickBox
          checked={draft.unitCode.confirmed}
          onChange={(confirmed) => change({ unitCode: { ...draft.unitCode, confirmed } })}
        >
          {t('settings.unitCodeConfirmed')} {!draft.unitCode.confirmed && <Unconfirmed />}
        </TickBox>
      </fieldset>
      <fieldset disabled={!mayChange} className={styles.group}>
        <legend>{t('settings.clockGroup')}</legend>
        <p>{t('settings.clockWhat')}</p>
        <div className={styles.short}>
          <TextField
            label={t('settings.closingTime')}
            value={draft.closingTime}
            onChange={(closingTime) => change({ closingTime })}
            inputMode="numeric"
            maxLength={5}
            digits
            problem={isClockRight ? undefined : t('settings.closingTimeWrong')}
          />
        </div>
      </fieldset>
      <fieldset disabled={!mayChange} className={styles.group}>
        <legend>{t('settings.tablets.group')}</legend>
        <p>{t('settings.tablets.what')}</p>
        <TabletRules tablets={draft.tablets} onChange={(tablets) => change({ tablets })} />
      </fieldset>
      <fieldset disabled={!mayChange} className={styles.group}>
        <legend>{problems('settings.group')}</legend>
        <p>{problems('settings.what')}</p>
        <AnswerRules times={draft.answerTimes} onChange={(answerTimes) => change({ answerTimes })} />
      </fieldset>
      <fieldset disabled={!mayChange} className={styles.group}>
        <ActivationRule value={draft.activation} onChange={(activation) => change({ activation })} />
      </fieldset>
      <fieldset disabled={!mayChange} className={styles.group}>
        <legend>{t('settings.calendarGroup')}</legend>
        <p>{t('settings.calendarWhat')}</p>
        {draft.years.map((year) => (
          <YearOfDays
            key={year.year}
            year={year}
            onChange={(changed) =>
              change({ years: draft.years.map((one) => (one.year === changed.year ? changed : one)) })
            }
          />
        ))}
        {mayChange && (
          <div>
            <Button
              size="small"
              onClick={() =>
                change({
                  years: [
                    ...draft.years,
                    { year: lastYear + 1, status: 'provisional', off: [], makeup: [], source: '' },
                  ],
                })
              }
            >
              {t('settings.addYear', { year: String(lastYear + 1) })}
            </Button>
          </div>
        )}
      </fieldset>
      <DraftsDeleted keeps={draft.tablets.backups} kept={stored.tablets.backups} />
      {mayChange && (
        <footer className={styles.foot}>
          <div className={styles.said} aria-live="polite">
            {save.error !== null && (
              <ProblemNotice problem={problemOf(save.error)}>{t('settings.notSaved')}</ProblemNotice>
            )}
            {save.isSuccess && !isChanged && (
              <Notice
                tone="good"
                title={t('settings.saved', { clock: formatClock(new Date(save.submittedAt)) })}
              />
            )}
            {isChanged && save.error === null && <p>{t('settings.changed')}</p>}
          </div>
          {isChanged && (
            <Button
              size="small"
              onClick={() => {
                save.reset();
                keep({});
              }}
            >
              {t('settings.undo')}
            </Button>
          )}
          <Button type="submit" size="small" variant="solid" busy={save.isPending} disabled={!isChanged}>
            {t('settings.save')}
          </Button>
        </footer>
      )}
    </form>
  );
}
