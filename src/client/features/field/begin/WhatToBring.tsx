import type { DocumentAsked, ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { useProcedureText, useText } from '../../../i18n/useText.ts';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import styles from './Begin.module.css';

/**
 * The papers of a procedure before anything is asked: what is always needed, what is needed only when, and why, in the
 * procedure's own words. A second trip for a paper costs somebody a day's walk.
 */
export function WhatToBring({ definition }: { readonly definition: ProcedureDefinition }) {
  const t = useText('begin');
  const texts = useProcedureText(definition.id);
  const questions = definition.steps.flatMap((step) => step.questions);
  const order = { always: 0, when: 1, maybe: 2 } as const;
  const papers = definition.documents
    .map((document) => {
      const question = questions.find((one) => one.type === 'document' && one.document === document.id);
      return { document, drawing: question?.drawing ?? 'paper', need: needOf(document, question?.visible) };
    })
    .sort((a, b) => order[a.need] - order[b.need]);
  return (
    <section className={styles.block}>
      <h2>{t('bring.title')}</h2>
      {papers.length === 0 && <p>{t('bring.none')}</p>}
      <ul className={styles.papers}>
        {papers.map(({ document, drawing, need }) => (
          <li key={document.id} className={styles.paper}>
            <Drawing name={drawing} size={56} />
            <div>
              <span className={styles.when}>{t(`bring.${need}`)}</span>
              <b>{texts(`documents.${document.id}.name`)}</b>
              <p>{texts.find(`documents.${document.id}.hint`)}</p>
              {need === 'when' && (
                <p className={styles.soft}>{texts.find(`reasons.document-${document.id}`)}</p>
              )}
              {document.alternatives.length > 1 && (
                <>
                  <p className={styles.soft}>{t('bring.oneOf')}</p>
                  <ul>
                    {document.alternatives.map((paper) => (
                      <li key={paper}>{texts(`papers.${paper}.name`)}</li>
                    ))}
                  </ul>
                </>
              )}
              {document.showOnly && <p className={styles.soft}>{t('bring.showOnly')}</p>}
            </div>
          </li>
        ))}
      </ul>
      {papers.length > 0 && <p className={styles.soft}>{t('bring.notHere')}</p>}
    </section>
  );
}

/** A paper whose question is not always asked, or that is not always required, is needed only when something is so. */
function needOf(document: DocumentAsked, visible: unknown): 'always' | 'when' | 'maybe' {
  if (document.requiredWhen === false) return 'maybe';
  return document.requiredWhen === true && visible === undefined ? 'always' : 'when';
}
