import type { ReactNode } from 'react';
import type { Sentence } from '../../../i18n/sentences.ts';
import { AloudContext } from '../../../ui/aloud.ts';
import { SpeakButton } from '../../../voices/SpeakButton.tsx';
import { RecordingOfferContext, SpokenLanguageContext } from '../../../voices/voices.ts';
import { useKiosk } from '../common/kiosk/kiosk-context.ts';
import { InterviewContext, type SpokenInterview } from './interview-context.ts';

interface InterviewVoicesProps {
  readonly value: SpokenInterview;
  readonly children: ReactNode;
}

/** The open interview; inside, every answer and every error can be heard, and a phrase without a voice can be recorded. */
export function InterviewVoices({ value, children }: InterviewVoicesProps) {
  const isAlone = useKiosk() !== undefined;
  return (
    <InterviewContext value={value}>
      <SpokenLanguageContext value={value.draft.languages.spoken}>
        <RecordingOfferContext value={isAlone ? undefined : workshopAt}>
          <AloudContext value={loudspeaker}>{children}</AloudContext>
        </RecordingOfferContext>
      </SpokenLanguageContext>
    </InterviewContext>
  );
}

function loudspeaker(sentence: Sentence): ReactNode {
  return <SpeakButton small about={sentence.text} sentences={[sentence]} />;
}

function workshopAt(phrase: string, language: string): string {
  return `/workshop/${language}?phrase=${encodeURIComponent(phrase)}`;
}
