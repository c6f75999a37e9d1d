import { useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { judgePin, PIN_LENGTH } from '../../../vault/pin-rules.ts';
import { PinPad } from '../common/PinPad.tsx';
import styles from './Enrol.module.css';

interface PinStepProps {
  readonly refusal: string | undefined;
  readonly onPin: (pin: string) => void;
  readonly onBack: () => void;
}

/** A new PIN, twice. */
export function PinStep({ refusal, onPin, onBack }: PinStepProps) {
  const t = useText();
  const [first, setFirst] = useState<string>();
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState(refusal === undefined ? undefined : t(`enrol.refused.${refusal}`));

  const type = (digits: string) => {
    setProblem(undefined);
    setPin(digits);
  };
  const next = () => {
    const verdict = judgePin(pin);
    if (verdict.kind !== 'good') return setProblem(t(`pin.${verdict.kind}`, { digits: PIN_LENGTH }));
    if (first === undefined) {
      setFirst(pin);
      setPin('');
      return;
    }
    if (first === pin) return onPin(pin);
    setProblem(t('pin.notSame'));
    setFirst(undefined);
    setPin('');
  };
  const back = () => {
    setPin('');
    if (first === undefined) onBack();
    else setFirst(undefined);
  };
  const title = t(first === undefined ? 'pin.choose' : 'pin.again');
  return (
    <Page
      width="wide"
      align="middle"
      foot={
        <FootBar
          end={
            <Button
              variant="solid"
              size="large"
              iconAfter={<Icon name="next" />}
              disabled={pin.length < PIN_LENGTH}
              onClick={next}
            >
              {t('go.next')}
            </Button>
          }
        >
          <Button size="large" icon={<Icon name="back" />} onClick={back}>
            {t('go.back')}
          </Button>
        </FootBar>
      }
    >
      <div className={styles.pin}>
        <div className={styles.words}>
          <ScreenTitle size="question">{title}</ScreenTitle>
          <ul className={styles.rules}>
            <li>{t('pin.ruleLength', { digits: PIN_LENGTH })}</li>
            <li>{t('pin.ruleEasy')}</li>
            <li>{t('pin.ruleSecret')}</li>
          </ul>
        </div>
        <PinPad label={t('pin.label')} value={pin} onChange={type} onEnter={next} problem={problem} />
      </div>
    </Page>
  );
}
