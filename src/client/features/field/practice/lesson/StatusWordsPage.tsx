import { useState } from 'react';
import { useText } from '../../../../i18n/useText.ts';
import { LinkButton } from '../../../../ui/Button.tsx';
import { ChoiceCards } from '../../../../ui/Choices.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../../ui/Page.tsx';
import { usePractice } from '../practice-context.ts';
import styles from './Lesson.module.css';

/** Words of the home screen whose meaning staff must be able to tell a citizen. */
const WORDS = ['waiting', 'received', 'attention'] as const;
type Word = (typeof WORDS)[number];

/** `/words` of the practice ground: which status word means what. The right answers are what the lesson notices. */
export function StatusWordsPage() {
  const t = useText('practice');
  const tell = useText();
  const { knowsWords } = usePractice();
  const [said, setSaid] = useState<Partial<Record<Word, string>>>({});
  const choose = (word: Word, meaning: string) => {
    const next = { ...said, [word]: meaning };
    setSaid(next);
    if (WORDS.every((one) => next[one] === one)) knowsWords();
  };
  return (
    <Page
      width="wide"
      foot={
        <FootBar>
          <LinkButton href="/" size="large" icon={<Icon name="back" />}>
            {tell('go.home')}
          </LinkButton>
        </FootBar>
      }
    >
      <ScreenTitle>{t('words.title')}</ScreenTitle>
      <p>{t('words.intro')}</p>
      <div className={styles.quiz}>
        {WORDS.map((word) => (
          <section key={word}>
            <ChoiceCards
              label={t('words.ask', { word: tell(`home.sync.${word}`) })}
              choices={WORDS.map((meaning) => ({ value: meaning, label: t(`words.meaning.${meaning}`) }))}
              value={said[word]}
              onChange={(meaning) => choose(word, meaning)}
            />
            <div aria-live="polite">
              {said[word] !== undefined && (
                <Notice tone={said[word] === word ? 'good' : 'care'}>
                  {t(said[word] === word ? `words.right.${word}` : 'words.again')}
                </Notice>
              )}
            </div>
          </section>
        ))}
      </div>
    </Page>
  );
}
