import { Link } from 'wouter';
import type { AccountDetail } from '../../../../contract/operations/accounts.ts';
import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';

/** Into which account this one was merged, and which were merged into it. */
export function MergeNotes({ account }: { readonly account: AccountDetail }) {
  const t = useText('office-accounts');
  const { mergedInto, merged } = account;
  return (
    <>
      {mergedInto !== null && (
        <Notice
          tone="care"
          title={t('mergedInto', { name: mergedInto.name, reference: mergedInto.provisionalReference })}
          action={
            <LinkButton href={`/accounts/${mergedInto.id}`} size="small">
              {t('openOther')}
            </LinkButton>
          }
        >
          <p>{t('mergedWhat')}</p>
        </Notice>
      )}
      {merged.length > 0 && (
        <Notice title={t('merged')}>
          <ul>
            {merged.map(({ id, name, provisionalReference }) => (
              <li key={id}>
                <Link href={`/accounts/${id}`}>
                  {name} · {provisionalReference}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
