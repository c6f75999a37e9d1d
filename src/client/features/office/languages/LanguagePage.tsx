import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearch } from 'wouter';
import type { LanguageLine } from '../../../../contract/operations/languages.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Spinner } from '../../../ui/Notices.tsx';
import { EmptyState } from '../../../ui/Page.tsx';
import { SearchBox } from '../common/ListPane.tsx';
import { RoomPage } from '../common/RoomPage.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useSearchText } from '../common/useSearchText.ts';
import { FilesDialog } from './FilesDialog.tsx';
import styles from './Languages.module.css';
import { asPhraseState, languageListQuery, phrasesQuery } from './language-queries.ts';
import { PhraseFilters } from './PhraseFilters.tsx';
import { PhraseRow } from './PhraseRow.tsx';
import { PublishDialog } from './PublishDialog.tsx';

/** `/languages/:tag`: every phrase beside its translation and recordings, and what can be done with the whole. */
export function LanguagePage({ language }: { readonly language: string }) {
  const t = useText('office-languages');
  const office = useText('office');
  const names = useText('common');
  const list = useQuery(languageListQuery);
  const line = list.data?.languages.find((one) => one.language === language);
  return (
    <RoomPage
      title={names.find(`languageNames.${language}`) ?? language}
      action={
        <LinkButton href="/languages" size="small" icon={<Icon name="back" size={20} />}>
          {t('back')}
        </LinkButton>
      }
    >
      <StaleNotice query={list} />
      {list.isPending && <Spinner label={office('loading')} />}
      {list.data !== undefined && line === undefined && <EmptyState>{office('noSuchPage.title')}</EmptyState>}
      {line !== undefined && (
        <>
          <Actions line={line} />
          <Phrases line={line} />
        </>
      )}
    </RoomPage>
  );
}

function Actions({ line }: { readonly line: LanguageLine }) {
  const t = useText('office-languages');
  const [asking, setAsking] = useState<'publish' | 'files'>();
  const { texts, voices } = line.unpublished;
  const close = () => setAsking(undefined);
  return (
    <div className={styles.actions}>
      {line.allowed.includes('publish') && (
        <Button
          size="small"
          variant="solid"
          disabled={texts + voices === 0}
          icon={<Icon name="send" size={20} />}
          onClick={() => setAsking('publish')}
        >
          {t('publish.open')}
        </Button>
      )}
      <Button size="small" icon={<Icon name="install" size={20} />} onClick={() => setAsking('files')}>
        {t('files.open')}
      </Button>
      <span className={styles.soft}>
        {texts + voices === 0 ? t('publish.nothing') : t('publish.waiting', { texts, voices })}
      </span>
      {asking === 'publish' && <PublishDialog line={line} onClose={close} />}
      {asking === 'files' && <FilesDialog line={line} onClose={close} />}
    </div>
  );
}

function Phrases({ line }: { readonly line: LanguageLine }) {
  const t = useText('office-languages');
  const office = useText('office');
  const { typed, searched, type } = useSearchText();
  const asked = new URLSearchParams(useSearch()).get('state');
  const [where, setWhere] = useState('');
  const [state, setState] = useState(asPhraseState(asked));
  const query = useQuery(phrasesQuery(line.language, { where, state, search: searched }));
  const { data } = query;
  return (
    <>
      <SearchBox label={t('search')} value={typed} onChange={type} />
      <PhraseFilters
        places={data?.places ?? []}
        where={where}
        state={state}
        onWhere={setWhere}
        onState={setState}
      />
      <StaleNotice query={query} />
      {data === undefined && query.error === null && <Spinner label={office('loading')} />}
      {data !== undefined && (
        <>
          <p aria-live="polite">
            {data.phrases.length < data.total
              ? t('firstOf', { count: data.phrases.length, total: data.total })
              : t('count', { count: data.total })}
          </p>
          {data.total === 0 && <EmptyState>{t(`none.${state}`)}</EmptyState>}
          <ul className={styles.phrases}>
            {data.phrases.map((phrase) => (
              <li key={phrase.phrase}>
                <PhraseRow line={line} phrase={phrase} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
