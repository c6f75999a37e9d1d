import { type SyntheticEvent, useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Landscape } from '../../../ui/Landscape.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle, TopBar } from '../../../ui/Page.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { LanguageSwitch } from '../common/LanguageSwitch.tsx';
import styles from './Enrol.module.css';
import { readCode } from './read-code.ts';

interface CodeStepProps {
  readonly code: string;
  readonly onCode: (code: string) => void;
  /** Only for a tablet that has no name yet. */
  readonly deviceName: { readonly value: string; readonly onChange: (name: string) => void } | undefined;
  readonly refusal: string | undefined;
  readonly onNext: () => void;
  readonly onBack: (() => void) | undefined;
}

/** The code from the office, and a name that people call this tablet by. */
export function CodeStep({ code, onCode, deviceName, refusal, onNext, onBack }: CodeStepProps) {
  const t = useText();
  const [isChecked, setChecked] = useState(false);
  const isCode = readCode(code) !== undefined;
  const isNamed = deviceName === undefined || deviceName.value.trim() !== '';
  const next = (event?: SyntheticEvent) => {
    event?.preventDefault();
    setChecked(true);
    if (isCode && isNamed) {
      onCode(readCode(code) ?? code);
      onNext();
    }
  };
  return (
    <Page
      width="wide"
      align="middle"
      top={
        <TopBar end={<LanguageSwitch />}>
          <b className={styles.brand}>{t('app.name')}</b>
        </TopBar>
      }
      foot={
        <FootBar
          end={
            <Button variant="solid" size="large" iconAfter={<Icon name="next" />} onClick={() => next()}>
              {t('go.next')}
            </Button>
          }
        >
          {onBack !== undefined && (
            <Button size="large" icon={<Icon name="back" />} onClick={onBack}>
              {t('go.back')}
            </Button>
          )}
        </FootBar>
      }
    >
      <div className={styles.code}>
        <div className={styles.words}>
          <Landscape />
          <ScreenTitle size="question">{t(deviceName ? 'enrol.title' : 'enrol.titleColleague')}</ScreenTitle>
          <p>{t(deviceName ? 'enrol.intro' : 'enrol.introColleague')}</p>
        </div>
        <div className={styles.form}>
          {refusal !== undefined && <Notice tone="problem">{t(`enrol.refused.${refusal}`)}</Notice>}
          <form className={styles.form} onSubmit={next}>
            <TextField
              label={t('enrol.code')}
              hint={t('enrol.codeHint')}
              value={code}
              onChange={onCode}
              autoCapitalize="characters"
              digits
              problem={isChecked && !isCode ? t('enrol.codeWrong') : undefined}
            />
            {deviceName !== undefined && (
              <TextField
                label={t('enrol.deviceName')}
                hint={t('enrol.deviceNameHint')}
                value={deviceName.value}
                onChange={deviceName.onChange}
                maxLength={60}
                problem={isChecked && !isNamed ? t('enrol.deviceNameMissing') : undefined}
              />
            )}
            <button type="submit" hidden />
          </form>
        </div>
      </div>
    </Page>
  );
}
