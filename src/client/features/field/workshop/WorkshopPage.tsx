import { Suspense, useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import type { Contributor } from '../../../../contract/operations/languages.ts';
import { useText } from '../../../i18n/useText.ts';
import { Spinner } from '../../../ui/Notices.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useServices } from '../common/services.ts';
import { CheckRoom } from './CheckRoom.tsx';
import { ChooseLanguage } from './ChooseLanguage.tsx';
import { LanguageRoom } from './LanguageRoom.tsx';
import { RecordRoom } from './RecordRoom.tsx';
import { knownOf, useRead } from './useKnown.ts';
import { type Purpose, WhoIsIt } from './WhoIsIt.tsx';

interface WorkshopPageProps {
  readonly language: string | undefined;
  readonly room: string | undefined;
}

/**
 * `/workshop`: where people lend their voices. `/workshop/:language` shows how far its voices have come,
 * `/workshop/:language/record?where=…` records what one place says, `/workshop/:language/check` is for the second person.
 * `/workshop/:language?phrase=…` goes straight to one sentence: somebody has just missed its voice.
 */
export function WorkshopPage({ language, room }: WorkshopPageProps) {
  const t = useText('workshop');
  const { sync } = useServices();
  const read = useRead();
  const search = new URLSearchParams(useSearch());
  // Who spoke a moment ago is seldom who listens to it.
  const [people, setPeople] = useState<Partial<Record<Purpose, Contributor>>>({});
  // Each sentence by itself would be a request of its own; what was made goes when the workshop is left.
  useEffect(() => () => sync.wake('finished'), [sync]);
  if (read === undefined)
    return (
      <Page>
        <Spinner label={t('reading')} />
      </Page>
    );
  if (language === undefined) return <ChooseLanguage read={read} />;
  const known = knownOf(language, read);
  const phrase = search.get('phrase') ?? undefined;
  const isRecording = room === 'record' || phrase !== undefined;
  if (room !== 'check' && !isRecording) return <LanguageRoom language={language} known={known} />;
  const purpose: Purpose = isRecording ? 'speak' : 'check';
  const set = (person: Contributor | undefined) => setPeople((before) => ({ ...before, [purpose]: person }));
  const person = people[purpose];
  const back = { href: `/workshop/${language}`, toQuestion: phrase !== undefined };
  if (person === undefined) return <WhoIsIt key={purpose} back={back} purpose={purpose} onChosen={set} />;
  const change = () => set(undefined);
  return (
    <Suspense fallback={<Page>{null}</Page>}>
      {isRecording ? (
        <RecordRoom
          language={language}
          known={known}
          where={search.get('where') ?? undefined}
          phrase={phrase}
          back={back}
          speaker={person}
          onOtherSpeaker={change}
        />
      ) : (
        <CheckRoom language={language} known={known} checker={person} onOtherChecker={change} />
      )}
    </Suspense>
  );
}
