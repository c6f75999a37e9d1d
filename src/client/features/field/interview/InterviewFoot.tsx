import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FootBar } from '../../../ui/Page.tsx';
import { useKiosk } from '../common/kiosk/kiosk-context.ts';
import { HelpButtons } from './HelpButtons.tsx';
import styles from './Interview.module.css';
import type { WayThrough } from './useWayThrough.ts';

interface InterviewFootProps {
  readonly way: WayThrough;
  /** Next was pressed and something is wrong: going on all the same is offered, the read-back will list it. */
  readonly blocked: boolean;
  readonly busy: boolean;
  readonly onLater: () => void;
  readonly onCover: () => void;
  readonly onStaff: () => void;
  readonly onPause: () => void;
}

/** Back on the left, help in the middle, on to the right: in the same places on every screen. */
export function InterviewFoot({
  way,
  blocked,
  busy,
  onLater,
  onCover,
  onStaff,
  onPause,
}: InterviewFootProps) {
  const t = useText('interview');
  const last = useKiosk() === undefined ? 'go.finish' : 'go.handOver';
  const isLast = way.next === undefined;
  const onward = way.isMending ? 'go.toReadBack' : isLast ? last : 'go.next';
  const isFirst = way.previous === undefined && !way.isMending;
  return (
    <FootBar
      end={
        <>
          {blocked && (
            <Button variant="quiet" size="large" onClick={onLater}>
              {t('go.later')}
            </Button>
          )}
          <Button
            type="submit"
            variant="solid"
            size="large"
            busy={busy}
            iconAfter={<Icon name={isLast ? 'lock' : 'next'} />}
          >
            {t(onward)}
          </Button>
        </>
      }
    >
      <span className={styles.back}>
        {isFirst ? (
          <Button size="large" icon={<Icon name="back" />} onClick={onPause}>
            {t('go.home')}
          </Button>
        ) : (
          <Button size="large" icon={<Icon name="back" />} onClick={() => void way.goBack()}>
            {t('go.back')}
          </Button>
        )}
      </span>
      <HelpButtons on="wide" onCover={onCover} onStaff={onStaff} onPause={onPause} />
    </FootBar>
  );
}
