import { useState } from 'react';
import { useReadiness } from '../../../../answers/useReadiness.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Spinner } from '../../../../ui/Notices.tsx';
import { SpeakButton } from '../../../../voices/SpeakButton.tsx';
import { SpokenLanguageContext } from '../../../../voices/voices.ts';
import { CannotOpen } from '../../common/CannotOpen.tsx';
import { missingPapers, papersSaid } from '../../common/papers/papers-said.ts';
import { type SheetSize, SheetSizeChoice } from '../../common/print/SheetSize.tsx';
import { useDevice } from '../../common/services.ts';
import { PaperScreen } from '../PaperScreen.tsx';
import { type PaperRecord, useRecord } from '../useRecord.ts';
import { BringSheet } from './BringSheet.tsx';
import { useSaidPapers } from './useSaidPapers.ts';

/** `/paper/bring/:record`: the papers that are still missing, to take home, to print and to hear. */
export function BringPage({ id }: { readonly id: string }) {
  const t = useText('paper');
  const found = useRecord(id);
  if (found === undefined) return <Spinner label={t('working')} />;
  if (found.kind !== 'found') return <CannotOpen why={found.kind} />;
  return <Bring record={found.record} />;
}

function Bring({ record }: { readonly record: PaperRecord }) {
  const t = useText('paper');
  const commune = useDevice()?.commune.name ?? '';
  const [size, setSize] = useState<SheetSize>('a5');
  const { definition, answers, day } = record;
  const missing = missingPapers(papersSaid(definition, answers, day));
  const papers = useSaidPapers(definition, missing);
  const alsoBring = useReadiness(definition, answers, day)?.toBring ?? [];
  const aloud = [
    t.sentence('bring.heading'),
    ...papers.flatMap(({ sentences }) => sentences),
    ...alsoBring.map((text) => ({ text })),
    ...(papers.length + alsoBring.length === 0 ? [t.sentence('bring.nothing')] : []),
  ];
  return (
    <PaperScreen
      title={t('bring.title')}
      back={record.back}
      sheet={
        <BringSheet record={record} papers={papers} alsoBring={alsoBring} commune={commune} size={size} />
      }
    >
      <SpokenLanguageContext value={record.spoken}>
        <SpeakButton sentences={aloud} />
      </SpokenLanguageContext>
      <SheetSizeChoice value={size} onChange={setSize} />
    </PaperScreen>
  );
}
