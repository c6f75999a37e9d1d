import { useState } from 'react';
import type { Contributor } from '../../../../contract/operations/languages.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceCards } from '../../../ui/Choices.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Spinner } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { useSession, useStored } from '../common/services.ts';
import { Leave, type WayBack } from './Leave.tsx';
import { NewSpeaker } from './NewSpeaker.tsx';
import { listSpeakers } from './speakers.ts';

/** What somebody is here for. */
export type Purpose = 'speak' | 'check';

interface WhoIsItProps {
  readonly back: WayBack;
  readonly purpose: Purpose;
  readonly onChosen: (speaker: Contributor) => void;
}

const SOMEBODY_NEW = 'new';

/** Who lends a voice, or an ear: somebody who agreed to it here before, or somebody new. */
export function WhoIsIt({ back, purpose, onChosen }: WhoIsItProps) {
  const t = useText('workshop');
  const { vault } = useSession();
  const people = useStored('speakers', ({ storage }) => listSpeakers(storage.languages, vault));
  const [chosen, setChosen] = useState<string>();
  const [isNew, setNew] = useState(false);
  if (people === undefined) return <Page>{<Spinner label={t('reading')} />}</Page>;
  if (isNew || people.length === 0)
    return (
      <NewSpeaker
        purpose={purpose}
        backTo={back}
        onBack={people.length === 0 ? undefined : () => setNew(false)}
        onKept={onChosen}
      />
    );
  const goOn = () => {
    const person = people.find(({ id }) => id === chosen);
    if (chosen === SOMEBODY_NEW) setNew(true);
    else if (person !== undefined) onChosen(person);
  };
  return (
    <Page
      width="narrow"
      foot={
        <FootBar
          end={
            <Button
              size="large"
              variant="solid"
              iconAfter={<Icon name="next" />}
              disabled={chosen === undefined}
              onClick={goOn}
            >
              {t('next')}
            </Button>
          }
        >
          <Leave back={back} icon={<Icon name="back" />}>
            {t('back')}
          </Leave>
        </FootBar>
      }
    >
      <ScreenTitle>{t(`who.${purpose}`)}</ScreenTitle>
      <ChoiceCards
        label={t(`who.${purpose}`)}
        labelHidden
        choices={[
          ...people.map(({ id, name, village }) => ({ value: id, label: name, hint: village })),
          { value: SOMEBODY_NEW, label: t('who.new') },
        ]}
        value={chosen}
        onChange={setChosen}
      />
    </Page>
  );
}
