import type { ScreenLanguage } from '../../../../i18n/languages.ts';
import type { Text } from '../../../../i18n/useText.ts';
import { Drawing } from '../../../../ui/drawings/Drawing.tsx';
import { needs, type PaperAsked } from '../../common/papers/papers-asked.ts';
import { explainPaper } from '../explain-paper.ts';
import styles from './Leaflet.module.css';
import { Words } from './Words.tsx';

interface LeafletPapersProps {
  readonly papers: readonly PaperAsked[];
  readonly words: Text;
  readonly t: Text;
  readonly language: ScreenLanguage;
}

/** The papers with their drawings: what everybody needs, then what only some do, and who they are. */
export function LeafletPapers({ papers, words, t, language }: LeafletPapersProps) {
  return needs
    .map((need) => ({ need, these: papers.filter((paper) => paper.need === need) }))
    .filter(({ these }) => these.length > 0)
    .map(({ need, these }) => (
      <div key={need} className={styles.group}>
        <h4>
          <Words of={t} language={language}>
            {(w) => w(`leaflet.need.${need}`)}
          </Words>
        </h4>
        <ul>
          {these.map((paper) => (
            <li key={paper.document.id}>
              <Drawing name={paper.drawing} size={36} />
              <div>
                <b>
                  <Words of={words} language={language}>
                    {(w) => w(`documents.${paper.document.id}.name`)}
                  </Words>
                </b>
                <Explained paper={paper} words={words} t={t} language={language} />
              </div>
            </li>
          ))}
        </ul>
      </div>
    ));
}

interface ExplainedProps extends Omit<LeafletPapersProps, 'papers'> {
  readonly paper: PaperAsked;
}

function Explained({ paper, words, t, language }: ExplainedProps) {
  const { key, alternatives } = explainPaper(paper, words);
  const isShown = key === undefined && paper.document.showOnly;
  return (
    <>
      {key !== undefined && (
        <span>
          <Words of={words} language={language}>
            {(w) => w(key)}
          </Words>
        </span>
      )}
      {isShown && (
        <span>
          <Words of={t} language={language}>
            {(w) => w('leaflet.showOnly')}
          </Words>
        </span>
      )}
      {alternatives.length > 0 && (
        <span>
          <Words of={t} language={language}>
            {(w) => w('leaflet.oneOf')}
          </Words>{' '}
          <Words of={words} language={language}>
            {(w) => alternatives.map((one) => w(`papers.${one}.name`)).join('; ')}
          </Words>
        </span>
      )}
    </>
  );
}
