import { checkVoice, type OfficePhrase, voiceSoundPath } from '../../../../contract/operations/languages.ts';
import { formatDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { StatusPill } from '../../../ui/Notices.tsx';
import { addressOf, call } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import styles from './Languages.module.css';
import { useLanguageAction } from './useLanguageAction.ts';

type Voice = OfficePhrase['voices'][number];

const LOOK = { draft: 'busy', checked: 'good', rejected: 'attention' } as const;

/** One recording: who speaks, how it stands, the sound, and a second person's word on it. */
export function VoiceLine({ voice, mayCheck }: { readonly voice: Voice; readonly mayCheck: boolean }) {
  const t = useText('office-languages');
  const { id, status, speaker, village, variety, recordedOn, isOutdated, checkedBy } = voice;
  const check = useLanguageAction((verdict: 'good' | 'again') =>
    call(checkVoice, { params: { id }, body: { verdict } }),
  );
  const from = [speaker, village, variety].filter((word) => word !== '').join(', ');
  return (
    <div className={styles.voice}>
      {/* biome-ignore lint/a11y/useMediaCaption: the sentence that is spoken stands beside it */}
      <audio
        controls
        preload="none"
        src={addressOf(voiceSoundPath, { id })}
        aria-label={t('voiceOf', { speaker: from })}
      />
      <p>
        {from} <span className={styles.soft}>{formatDate(recordedOn)}</span>
      </p>
      <div>
        <StatusPill state={isOutdated ? 'attention' : LOOK[status]}>
          {isOutdated ? t('outdatedVoice') : t(`voice.${status}`, { name: checkedBy ?? '' })}
        </StatusPill>
      </div>
      {mayCheck && voice.mayCheck && (
        <div className={styles.actions}>
          <Button
            size="small"
            busy={check.isPending}
            disabled={status === 'checked'}
            icon={<Icon name="check" size={20} />}
            onClick={() => check.go('good')}
          >
            {t('good')}
          </Button>
          <Button
            size="small"
            variant="quiet"
            busy={check.isPending}
            disabled={status === 'rejected'}
            icon={<Icon name="undo" size={20} />}
            onClick={() => check.go('again')}
          >
            {t('again')}
          </Button>
        </div>
      )}
      {check.problem !== undefined && <ProblemNotice problem={check.problem} />}
    </div>
  );
}
