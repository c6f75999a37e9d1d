import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import { sayFee, sayLimit } from '../../../../answers/say-facts.ts';
import { civilDate, formatDate } from '../../../../i18n/formats.ts';
import type { ScreenLanguage } from '../../../../i18n/languages.ts';
import { type Text, useProcedureText, useText } from '../../../../i18n/useText.ts';
import { Drawing } from '../../../../ui/drawings/Drawing.tsx';
import { QrCode } from '../../../../ui/QrCode.tsx';
import { drawingOf } from '../../common/life-events.ts';
import { papersAsked } from '../../common/papers/papers-asked.ts';
import '../../common/print/sheets.css';
import { useServices } from '../../common/services.ts';
import { groupCases } from '../by-case.ts';
import paperStyles from '../Paper.module.css';
import { densityOf } from './density.ts';
import styles from './Leaflet.module.css';
import { LeafletPapers } from './LeafletPapers.tsx';
import { Words } from './Words.tsx';

interface LeafletSheetProps {
  readonly definition: ProcedureDefinition;
  readonly language: ScreenLanguage;
  readonly commune: string;
}

/**
 * What somebody must know before the walk to the commune: A5, in one language, with the way to the public page that stays
 * current when this paper does not. Says what nobody has confirmed, and that it is a draft while no officer has read it.
 */
export function LeafletSheet({ definition, language, commune }: LeafletSheetProps) {
  const t = useText('paper', language);
  const words = useProcedureText(definition, language);
  const answers = useText('answers', language);
  const { now } = useServices();
  const { id, version, cases, proxy, reach, reviewStatus, unconfirmed, results } = definition;
  const address = `${location.origin}/thu-tuc/${id}`;
  const papers = papersAsked(definition);
  const byCase = (say: (one: (typeof cases)[number], w: Text) => string) =>
    groupCases(cases, (one) => say(one, answers)).map(({ one, ids }) => (
      <span key={one.id}>
        {ids.length > 0 && (
          <>
            <Words of={words} language={language}>
              {(w) => ids.map((id) => w(`cases.${id}`)).join('; ')}
            </Words>
            {': '}
          </>
        )}
        <b>
          <Words of={answers} language={language}>
            {(w) => say(one, w)}
          </Words>
        </b>
      </span>
    ));
  return (
    <article
      className={`${paperStyles.sheet} ${styles.leaflet} sheet-a5`}
      data-print=""
      data-size="a5"
      data-density={densityOf(definition)}
      lang={language}
    >
      <header className={styles.headline}>
        <Drawing name={drawingOf(definition)} size={92} />
        <div>
          <p>{commune}</p>
          <h2>
            <Words of={words} language={language}>
              {(w) => w('name')}
            </Words>
          </h2>
        </div>
      </header>
      {reviewStatus === 'draft' && (
        <p className={paperStyles.draft}>
          <Words of={t} language={language}>
            {(w) => w('leaflet.draft')}
          </Words>
        </p>
      )}
      <p>
        <Words of={words} language={language}>
          {(w) => w('purpose')}
        </Words>
      </p>
      <section className={styles.bring}>
        <h3>
          <Words of={t} language={language}>
            {(w) => w(papers.length > 0 ? 'leaflet.bring' : 'leaflet.bringNothing')}
          </Words>
        </h3>
        <LeafletPapers papers={papers} words={words} t={t} language={language} />
      </section>
      <div className={styles.below}>
        <dl className={styles.facts}>
          <dt>
            <Words of={t} language={language}>
              {(w) => w('leaflet.limit')}
            </Words>
          </dt>
          <dd>{byCase(({ limit }, w) => sayLimit(limit, w))}</dd>
          <dt>
            <Words of={t} language={language}>
              {(w) => w('leaflet.fee')}
            </Words>
          </dt>
          <dd>{byCase(({ fee }, w) => sayFee(fee, undefined, w))}</dd>
          <dt>
            <Words of={t} language={language}>
              {(w) => w('leaflet.where')}
            </Words>
          </dt>
          <dd>
            <span>
              <Words of={words} language={language}>
                {(w) => w('authority')}
              </Words>
              {reach === 'prepare' && (
                <>
                  {'. '}
                  <Words of={t} language={language}>
                    {(w) => w('leaflet.prepare')}
                  </Words>
                </>
              )}
            </span>
          </dd>
          <dt>
            <Words of={t} language={language}>
              {(w) => w('leaflet.who')}
            </Words>
          </dt>
          <dd>
            <Words of={t} language={language}>
              {(w) => w(`leaflet.proxy.${proxy}`)}
            </Words>
          </dd>
          <dt>
            <Words of={t} language={language}>
              {(w) => w('leaflet.result')}
            </Words>
          </dt>
          <dd>
            {results.map((result) => (
              <span key={result.id}>
                <Words of={words} language={language}>
                  {(w) => w(`results.${result.id}`)}
                </Words>
              </span>
            ))}
          </dd>
        </dl>
        <figure className={styles.more}>
          <QrCode text={address} label={t('leaflet.qr', { address })} size={116} />
          <figcaption>
            <Words of={t} language={language}>
              {(w) => w('leaflet.more')}
            </Words>
          </figcaption>
        </figure>
      </div>
      <footer className={paperStyles.foot}>
        {unconfirmed.length > 0 && (
          <p>
            <Words of={t} language={language}>
              {(w) => w('leaflet.unconfirmed')}
            </Words>
          </p>
        )}
        <p>
          <Words of={t} language={language}>
            {(w) => w('leaflet.version', { version, date: formatDate(civilDate(now())) })}
          </Words>
        </p>
      </footer>
    </article>
  );
}
