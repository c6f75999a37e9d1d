import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import type { AutosaveState } from './autosave.ts';

interface SaveTroubleProps {
  readonly save: AutosaveState;
  readonly onAgain: () => void;
}

/** Said as soon as a word could not be kept: what happened, that it is still on the screen, and what to do. */
export function SaveTrouble({ save, onAgain }: SaveTroubleProps) {
  const t = useText('interview');
  if (save.kind !== 'no-space' && save.kind !== 'stale') return null;
  return (
    <Notice
      tone="problem"
      title={t(`save.${save.kind}`)}
      action={
        save.kind === 'no-space' ? (
          <Button onClick={onAgain}>{t('save.again')}</Button>
        ) : (
          <Button onClick={() => window.location.reload()}>{t('save.openNewer')}</Button>
        )
      }
    >
      {t(`save.${save.kind}What`)}
    </Notice>
  );
}
