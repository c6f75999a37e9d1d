import { type LanguageLine, publishLanguage } from '../../../../contract/operations/languages.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { call } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { useLanguageAction } from './useLanguageAction.ts';

/** What going out changes on every tablet; drafts go too, and how they are used is said. */
export function PublishDialog({
  line: { language, unpublished, texts, voices },
  onClose,
}: {
  readonly line: LanguageLine;
  readonly onClose: () => void;
}) {
  const t = useText('office-languages');
  const office = useText('office');
  const publish = useLanguageAction(() => call(publishLanguage, { params: { language }, body: {} }), onClose);
  const drafts = texts.draft + voices.draft;
  return (
    <Dialog
      title={t('publish.title')}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {office('cancel')}
          </Button>
          <Button size="small" variant="solid" busy={publish.isPending} onClick={() => publish.go(undefined)}>
            {t('publish.open')}
          </Button>
        </>
      }
    >
      <p>{t('publish.what', { texts: unpublished.texts, voices: unpublished.voices })}</p>
      {drafts > 0 && <Notice tone="care">{t('publish.drafts', { count: drafts })}</Notice>}
      {publish.problem !== undefined && <ProblemNotice problem={publish.problem} />}
    </Dialog>
  );
}
