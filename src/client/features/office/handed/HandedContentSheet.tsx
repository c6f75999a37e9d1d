import type { HandedContent } from '../../../../contract/operations/handed-items.ts';
import { civilDate, formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Notice } from '../../../ui/Notices.tsx';
import { AnswerSheet } from '../common/AnswerSheet.tsx';
import { FactList } from '../common/FactList.tsx';
import { useProcedureOf } from '../common/useProcedureOf.ts';

/** What can be read of a handed item; where nothing can, why. It is no dossier: nothing here is taken in. */
export function HandedContentSheet({ content }: { readonly content: HandedContent }) {
  const t = useText('office');
  const definition = useProcedureOf('procedureId' in content ? content : undefined);
  if (content.kind === 'nothing-handed') return <Notice>{t('handed.content.nothing')}</Notice>;
  if (content.kind === 'does-not-open')
    return <Notice tone="care">{t('handed.content.doesNotOpen', { why: content.why })}</Notice>;
  return (
    <>
      <FactList
        title={t('handed.content.title')}
        facts={[
          { label: t('handed.content.reference'), value: content.provisionalReference },
          { label: t('provenance.finishedAt'), value: formatDateTime(content.finishedAt) },
          { label: t('handed.content.photos'), value: content.attachments },
        ]}
      />
      {definition === undefined ? (
        <Notice
          tone="problem"
          title={t('dossier.procedureUnknown', {
            id: content.procedureId,
            version: content.procedureVersion,
          })}
        />
      ) : (
        <AnswerSheet definition={definition} answers={content.answers} day={civilDate(content.finishedAt)} />
      )}
    </>
  );
}
