import { type FormEvent, useRef, useState } from 'react';
import { parseMrz } from '../../../../../domain/citizen/mrz.ts';
import { civilDate } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { useServices } from '../../common/services.ts';
import { CardLine } from './CardLine.tsx';
import { CardPage } from './CardPage.tsx';
import styles from './card.module.css';
import { type CardRead, readFromLines } from './card-read.ts';

interface LinesStepProps {
  readonly onRead: (card: CardRead) => void;
  /** The camera instead. */
  readonly onOther: () => void;
  readonly onClose: () => void;
}

type Lines = readonly [string, string, string];

/** The three lines on the back of the card, typed; each says for itself whether its check digits are right. */
export function LinesStep({ onRead, onOther, onClose }: LinesStepProps) {
  const t = useText('card');
  const { now } = useServices();
  const form = useRef<HTMLFormElement>(null);
  const [lines, setLines] = useState<Lines>(['', '', '']);
  /** Lines whose errors are said: those the person left behind. */
  const [left, setLeft] = useState<readonly boolean[]>([false, false, false]);
  const parsed = parseMrz(lines, civilDate(now()));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The interview is a form as well, and hears what happens in here.
    event.stopPropagation();
    if (parsed.kind === 'card') return onRead(readFromLines(parsed.card));
    setLeft([true, true, true]);
    const first = parsed.lines.findIndex((problem) => problem !== undefined);
    form.current?.querySelectorAll('input')[first]?.focus();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <CardPage
        title={t.sentence('lines.title')}
        hint={t.sentence('lines.hint')}
        foot={
          <>
            <Button icon={<Icon name="close" />} onClick={onClose}>
              {t('close')}
            </Button>
            <Button icon={<Icon name="qr" />} onClick={onOther}>
              {t('lines.toCamera')}
            </Button>
            <Button type="submit" variant="solid" iconAfter={<Icon name="next" />}>
              {t('lines.next')}
            </Button>
          </>
        }
      >
        {([0, 1, 2] as const).map((index) => (
          <CardLine
            key={index}
            number={index + 1}
            value={lines[index]}
            problem={parsed.kind === 'wrong' ? parsed.lines[index] : undefined}
            saysProblem={left[index] === true}
            onLeave={() => setLeft(left.map((one, at) => one || (at === index && lines[index] !== '')))}
            onChange={(typed) =>
              setLines([
                index === 0 ? typed : lines[0],
                index === 1 ? typed : lines[1],
                index === 2 ? typed : lines[2],
              ])
            }
          />
        ))}
      </CardPage>
    </form>
  );
}
