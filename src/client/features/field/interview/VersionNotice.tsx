import { useText } from '../../../i18n/useText.ts';
import type { Draft } from '../../../storage/model.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { useVersionNews } from '../common/versions/useVersionNews.ts';

interface VersionNoticeProps {
  readonly draft: Draft;
  /** Leads to what would change, with everything said kept. */
  readonly onLook: (version: number) => void;
}

/** That the office has another version by now, that this one ended, or that the draft was moved and may go back. */
export function VersionNotice({ draft, onLook }: VersionNoticeProps) {
  const t = useText('versions');
  const { other, ended } = useVersionNews(draft.procedure);
  const before = draft.left?.at(-1)?.version;
  return (
    <>
      {ended !== undefined && (
        <Notice tone="care" title={t(`ended.${ended}`)}>
          {t(other === undefined ? 'ended.what' : 'ended.whatWithOther')}
        </Notice>
      )}
      {other !== undefined && (
        <Notice
          title={t('other.title')}
          action={<Button onClick={() => onLook(other)}>{t('other.look')}</Button>}
        >
          {t('other.what')}
        </Notice>
      )}
      {before !== undefined && before !== other && (
        <Notice action={<Button onClick={() => onLook(before)}>{t('moved.look')}</Button>}>
          {t(before < draft.procedure.version ? 'moved.toNewer' : 'moved.toOlder')}
        </Notice>
      )}
    </>
  );
}
