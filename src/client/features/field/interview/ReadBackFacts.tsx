import { DocumentAnswer } from '../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import type { Translate } from '../../../answers/format-answer.ts';
import { sayLimit } from '../../../answers/say-facts.ts';
import type { Readiness } from '../../../answers/useReadiness.ts';
import { formatDate, formatParams } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Notice, StatusPill } from '../../../ui/Notices.tsx';
import { FeeSeen } from '../common/FeeSeen.tsx';
import { PaperLinks } from '../common/papers/PaperLinks.tsx';
import { ReadinessFacts } from '../common/ReadinessFacts.tsx';
import { useInterview } from './interview-context.ts';
import styles from './ReadBack.module.css';

interface ReadBackFactsProps {
  readonly definition: ProcedureDefinition;
  readonly words: Translate;
  readonly readiness: Readiness | undefined;
}

/** What follows from the answers: the case with its time limit and fee, the last day to file, the papers; each with why. */
export function ReadBackFacts({ definition, words, readiness }: ReadBackFactsProps) {
  const t = useText('interview');
  const answers = useText('answers');
  const { evaluation, draft } = useInterview();
  const { case: decided, filingDeadlines, documents } = evaluation;
  const paperOf = (document: string) => {
    const question = definition.steps
      .flatMap((step) => step.questions)
      .find((one) => one.type === 'document' && one.document === document);
    const parsed = DocumentAnswer.safeParse(question === undefined ? undefined : draft.answers[question.id]);
    return parsed.success ? parsed.data : undefined;
  };
  return (
    <>
      {decided !== undefined && definition.produces === 'dossier' && (
        <section className={styles.part}>
          <h2>{t('facts.title')}</h2>
          <dl className={styles.facts}>
            <dt>{t('facts.case')}</dt>
            <dd>
              {words(`cases.${decided.id}`)}
              <small>{words(`reasons.${decided.why.key}`, formatParams(decided.why.params))}</small>
            </dd>
            <dt>{t('facts.fee')}</dt>
            <dd>
              <FeeSeen fee={decided.fee} dong={decided.dong} />
            </dd>
            <dt>{t('facts.limit')}</dt>
            <dd>
              {sayLimit(decided.limit, answers)}
              <small>{t('facts.limitFrom')}</small>
            </dd>
            {filingDeadlines.map((deadline) => (
              <div key={deadline.why.key} className={styles.fact}>
                <dt>{t('facts.lastDay')}</dt>
                <dd>
                  {formatDate(deadline.lastDay)}
                  <small>
                    {deadline.overdueDays > 0
                      ? t('facts.overdue', { count: deadline.overdueDays })
                      : words(`reasons.${deadline.why.key}`, formatParams(deadline.why.params))}
                  </small>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {readiness !== undefined && (
        <section className={styles.part}>
          <h2>{t('readiness.title')}</h2>
          <div className={styles.inside}>
            <ReadinessFacts readiness={readiness} />
          </div>
        </section>
      )}
      {documents.length > 0 && (
        <section className={styles.part}>
          <h2>{t('facts.papers')}</h2>
          <ul>
            {documents.map(({ document, required, satisfied }) => {
              const paper = paperOf(document.id);
              return (
                <li key={document.id} className={styles.paper}>
                  <span>
                    <b>{words(`documents.${document.id}.name`)}</b>{' '}
                    <small>{t(required ? 'facts.required' : 'facts.notRequired')}</small>
                  </span>
                  <StatusPill state={satisfied ? 'good' : required ? 'attention' : 'off'}>
                    {paper === undefined
                      ? t('facts.notAsked')
                      : words(`answer.paper.${paper.paper}`, { count: paper.attachments.length })}
                  </StatusPill>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <PaperLinks record={draft.id} />
      {definition.unconfirmed.length > 0 && (
        <Notice title={t('facts.unconfirmed')}>
          <ul className={styles.bullets}>
            {definition.unconfirmed.map((id) => (
              <li key={id}>{words(`unconfirmed.${id}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
