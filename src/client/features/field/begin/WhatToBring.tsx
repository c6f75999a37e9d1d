import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { useProcedureText, useText } from '../../../i18n/useText.ts';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { drawingOfPaper } from '../common/paper-drawings.ts';
import { papersAsked } from '../common/papers/papers-asked.ts';
import styles from './Begin.module.css';

/**
 * The papers of a procedure before anything is asked: what is always needed, what is needed only when, and why, in the
 * procedure's own words. A second trip for a paper costs somebody a day's walk.
 */
export function WhatToBring({ definition }: { readonly definition: ProcedureDefinition }) {
  const t = useText('begin');
  const texts = useProcedureText(definition.id);
  const papers = papersAsked(definition);
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
                  <ul className={styles.either}>
                    {document.alternatives.map((paper, at) => (
                      <li key={paper}>
                        <Drawing name={drawingOfPaper(paper, at + 1)} size={44} />
                        {texts(`papers.${paper}.name`)}
                      </li>
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
