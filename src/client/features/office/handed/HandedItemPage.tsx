import { useQuery } from '@tanstack/react-query';
import { getHandedItem } from '../../../../contract/operations/handed-items.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { call } from '../common/call.ts';
import { FactList } from '../common/FactList.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { CloseHandedItem } from './CloseHandedItem.tsx';
import styles from './Handed.module.css';
import { HandedContentSheet } from './HandedContentSheet.tsx';

/** One handed item: why it needs a person, what can be read of it, and how it was or can be closed. */
export function HandedItemPage({ id }: { readonly id: string }) {
  const t = useText('office');
  const query = useQuery({
    queryKey: ['handed', id],
    queryFn: ({ signal }) => call(getHandedItem, { params: { id } }, signal),
    // Each opening of the content goes on record: not again for every glance at the window.
    refetchOnWindowFocus: false,
  });
  if (query.data === undefined)
    return query.error === null ? <Spinner label={t('loading')} /> : <StaleNotice query={query} />;
  const { item, content, mayClose } = query.data;
  return (
    <article className={styles.item}>
      <LinkButton href="/handed" variant="quiet" size="small" icon={<Icon name="back" size={20} />}>
        {t('handed.title')}
      </LinkButton>
      <h1>{t(`handed.reason.${item.reason}`)}</h1>
      <p>{t(`handed.means.${item.reason}`)}</p>
      {item.arrived !== 'no' && (
        <Notice tone="good" title={t(`handed.arrived.${item.arrived}`)}>
          <p>{t('handed.arrived.text')}</p>
        </Notice>
      )}
      <FactList
        title={t('handed.facts')}
        facts={[
          { label: t('handed.of.label'), value: t(`handed.of.${item.of}`) },
          { label: t('handed.by'), value: `${item.staffName} · ${item.deviceName}` },
          { label: t('handed.at'), value: formatDateTime(item.handedAt) },
          { label: t('handed.note'), value: item.note || t('handed.noNote') },
          ...(item.closedAt === null
            ? []
            : [
                {
                  label: t(`handed.state.${item.state}`),
                  value: `${item.closedByName} · ${formatDateTime(item.closedAt)}`,
                },
                { label: t('handed.closingNote'), value: item.closingNote || t('handed.noNote') },
              ]),
        ]}
      />
      {mayClose && <CloseHandedItem id={id} />}
      <HandedContentSheet content={content} />
    </article>
  );
}
