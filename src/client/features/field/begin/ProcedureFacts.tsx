import type { ReactNode } from 'react';
import { sayDong } from '../../../../domain/money/say-dong.ts';
import type { FeeRule, ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { sayFee, sayLimit } from '../../../answers/say-facts.ts';
import { formatMoney } from '../../../i18n/formats.ts';
import { useProcedureText, useText } from '../../../i18n/useText.ts';
import { Notice } from '../../../ui/Notices.tsx';
import { FeeSeen } from '../common/FeeSeen.tsx';
import styles from './Begin.module.css';

/** How long it takes, what it costs, who decides, who may do it: by case where cases differ. */
export function ProcedureFacts({ definition }: { readonly definition: ProcedureDefinition }) {
  const t = useText('begin');
  const answers = useText('answers');
  const texts = useProcedureText(definition.id);
  const { cases } = definition;
  const said = (
    say: (one: (typeof cases)[number]) => string,
    show: (one: (typeof cases)[number]) => ReactNode = say,
  ) => {
    const [first] = cases;
    const alike = first === undefined || cases.every((one) => say(one) === say(first));
    return alike
      ? cases.slice(0, 1).map((one) => <span key={one.id}>{show(one)}</span>)
      : cases.map((one) => (
          <span key={one.id}>
            {texts(`cases.${one.id}`)}: {show(one)}
          </span>
        ));
  };
  const rates = (fee: FeeRule) =>
    fee.kind === 'computed' &&
    fee.rows.map(({ id, dong }) => (
      <span key={id} className={styles.rate}>
        {texts(`fees.${id}`)}: <b>{formatMoney(dong)}</b> <span lang="vi">({sayDong(dong)})</span>
      </span>
    ));
  return (
    <section className={styles.block}>
      <h2>{t('facts.title')}</h2>
      <dl className={styles.facts}>
        <dt>{t('facts.limit')}</dt>
        <dd>{said(({ limit }) => sayLimit(limit, answers))}</dd>
        <dt>{t('facts.fee')}</dt>
        <dd>
          {said(
            ({ fee }) => sayFee(fee, undefined, answers),
            ({ fee }) => (
              <>
                <FeeSeen fee={fee} />
                {rates(fee)}
              </>
            ),
          )}
        </dd>
        <dt>{t('facts.authority')}</dt>
        <dd>{texts('authority')}</dd>
        <dt>{t('facts.who')}</dt>
        <dd>{t(`proxy.${definition.proxy}`)}</dd>
        <dt>{t('facts.result')}</dt>
        <dd>
          {definition.results.map(({ id }) => (
            <span key={id}>{texts(`results.${id}`)}</span>
          ))}
        </dd>
      </dl>
      {definition.unconfirmed.length > 0 && (
        <Notice title={t('unconfirmed')}>
          <ul className={styles.bullets}>
            {definition.unconfirmed.map((id) => (
              <li key={id}>{texts(`unconfirmed.${id}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}
