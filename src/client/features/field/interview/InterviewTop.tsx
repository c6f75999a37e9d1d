import type { Translate } from '../../../answers/format-answer.ts';
import { sayStep } from '../../../answers/say-step.ts';
import { formatClock } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { StatusPill } from '../../../ui/Notices.tsx';
import { TopBar } from '../../../ui/Page.tsx';
import { ThreadProgress } from '../../../ui/ThreadProgress.tsx';
import { LanguageButton } from '../common/languages/LanguageButton.tsx';
import type { Languages } from '../common/languages/LanguageDialog.tsx';
import type { AutosaveState } from './autosave.ts';
import { HelpButtons } from './HelpButtons.tsx';
import styles from './Interview.module.css';
import type { WayThrough } from './useWayThrough.ts';

interface InterviewTopProps {
  readonly save: AutosaveState;
  readonly way: WayThrough;
  readonly words: Translate;
  readonly canSwitch: boolean;
  readonly onCover: () => void;
  readonly onStaff: () => void;
  readonly onPause: () => void;
  readonly languages: Languages;
  readonly onLanguages: (languages: Languages) => void;
}

/** Where in the whole, in the person's terms; whether what was said is kept; how much is shown at once. */
export function InterviewTop({
  save,
  way,
  words,
  canSwitch,
  onCover,
  onStaff,
  onPause,
  languages,
  onLanguages,
}: InterviewTopProps) {
  const t = useText('interview');
  const { part, parts, step, segments } = way.progress;
  const title = step === undefined ? t('forWhom.part') : sayStep(step, words);
  return (
    <TopBar
      end={
        <div className={styles.tools}>
          <span className={styles.saved}>
            <SavedPill save={save} />
          </span>
          <HelpButtons on="narrow" onCover={onCover} onStaff={onStaff} onPause={onPause} />
          <LanguageButton languages={languages} onChoose={onLanguages} />
          {canSwitch && (
            <Button variant="quiet" onClick={way.toggleMode} aria-pressed={way.mode === 'staff'}>
              {t(way.mode === 'guided' ? 'mode.toStaff' : 'mode.toGuided')}
            </Button>
          )}
        </div>
      }
    >
      <ThreadProgress segments={segments.map(({ step: id, state }) => ({ id, state }))} />
      <p className={styles.part}>
        {part > 0 && <b>{t('progress.part', { part, parts })} </b>}
        {title}
      </p>
    </TopBar>
  );
}

function SavedPill({ save }: { readonly save: AutosaveState }) {
  const t = useText('interview');
  switch (save.kind) {
    case 'saved':
      return <StatusPill state="good">{t('saved.at', { clock: formatClock(save.at) })}</StatusPill>;
    case 'unchanged':
    case 'pending':
      return <StatusPill state="busy">{t('saved.pending')}</StatusPill>;
    case 'no-space':
    case 'stale':
      return <StatusPill state="attention">{t('saved.not')}</StatusPill>;
  }
}
