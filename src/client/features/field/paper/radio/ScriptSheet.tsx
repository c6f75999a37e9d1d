import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import { civilDate, formatDate } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import '../../common/print/sheets.css';
import { useServices } from '../../common/services.ts';
import paperStyles from '../Paper.module.css';
import styles from './Script.module.css';
import type { Script } from './write-script.ts';

interface ScriptSheetProps {
  readonly definition: ProcedureDefinition;
  readonly script: Script;
  readonly name: string;
}

/** The script in large letters, a sentence to a line; what is not read aloud stands in a frame or in small letters. */
export function ScriptSheet({ definition, script, name }: ScriptSheetProps) {
  const t = useText('paper', 'vi');
  const { now } = useServices();
  const { opening, body, again, closing, seconds } = script;
  return (
    <article className={`${paperStyles.sheet} sheet-a4`} data-print="" data-size="a4" lang="vi">
      <header className={paperStyles.head}>
        <p>{t('radio.heading')}</p>
        <h2>{name}</h2>
        <p className={paperStyles.soft}>{t('radio.about', { count: seconds })}</p>
      </header>
      {definition.reviewStatus === 'draft' && <p className={paperStyles.draft}>{t('radio.draft')}</p>}
      <Part title={t('radio.part.opening')} lines={opening} />
      <Part title={t('radio.part.first')} lines={body} />
      <Part title={t('radio.part.second')} lines={[...again, ...body]} />
      <Part title={t('radio.part.closing')} lines={closing} />
      <footer className={paperStyles.foot}>
        <p>{t('leaflet.version', { version: definition.version, date: formatDate(civilDate(now())) })}</p>
      </footer>
    </article>
  );
}

function Part({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are read in this order and never change place
        <p key={index}>{line}</p>
      ))}
    </section>
  );
}
