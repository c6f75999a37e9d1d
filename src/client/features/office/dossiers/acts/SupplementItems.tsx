import type { SupplementItem } from '../../../../../contract/operations/supplements.ts';
import { sayAsked } from '../../../../../domain/answers/asked-question.ts';
import { evaluate } from '../../../../../domain/procedure/run.ts';
import { sayAnswers } from '../../../../answers/said-answers.ts';
import { useAnswerWords } from '../../../../answers/useAnswerWords.ts';
import { usePlaceNames } from '../../../../answers/usePlaceNames.ts';
import { civilDate } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { FieldGroup, type FieldWords } from '../../../../ui/Field.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { TickBox } from '../../../../ui/TickBox.tsx';
import styles from './Acts.module.css';
import type { ActFieldsProps } from './act-fields-props.ts';

type Offered = Pick<SupplementItem, 'what' | 'id'> & { readonly name: string };

/** The papers that the case asks for and the questions that were asked: each can be asked for again, with a word why. */
export function SupplementItems({
  dossier,
  definition,
  values,
  onChange,
  ...words
}: Pick<ActFieldsProps, 'dossier' | 'definition' | 'values' | 'onChange'> & FieldWords) {
  const t = useText('office-acts');
  const offered = useOffered(dossier, definition);
  const change = (item: SupplementItem) =>
    onChange({ items: values.items.map((one) => (isSame(one, item) ? item : one)) });
  const tick = ({ what, id }: Offered, isOn: boolean) =>
    onChange({
      items: isOn
        ? [...values.items, { what, id, note: '' }]
        : values.items.filter((one) => !isSame(one, { what, id })),
    });
  return (
    <FieldGroup label={words.label} problem={words.problem}>
      {(['document', 'question'] as const).map((what) => (
        <div key={what} className={styles.items}>
          <h3>{t(`items.${what}`)}</h3>
          {offered
            .filter((one) => one.what === what)
            .map((one) => {
              const item = values.items.find((chosen) => isSame(chosen, one));
              return (
                <div key={one.id}>
                  <TickBox checked={item !== undefined} onChange={(isOn) => tick(one, isOn)}>
                    {one.name}
                  </TickBox>
                  {item !== undefined && <ItemDetails item={item} name={one.name} onChange={change} />}
                </div>
              );
            })}
        </div>
      ))}
    </FieldGroup>
  );
}

const COPIES = ['original', 'certified', 'photocopy'] as const;
const noCopies = { original: 0, certified: 0, photocopy: 0 };

function ItemDetails({
  item,
  name,
  onChange,
}: {
  readonly item: SupplementItem;
  readonly name: string;
  readonly onChange: (item: SupplementItem) => void;
}) {
  const t = useText('office-acts');
  const copies = item.copies ?? noCopies;
  return (
    <div className={styles.details}>
      <TextField
        label={t('items.note', { name })}
        value={item.note}
        onChange={(note) => onChange({ ...item, note })}
        maxLength={500}
      />
      {item.what === 'document' &&
        COPIES.map((kind) => (
          <TextField
            key={kind}
            label={t(`items.copies.${kind}`)}
            value={String(copies[kind])}
            inputMode="numeric"
            maxLength={2}
            digits
            onChange={(text) => {
              const count = Number(text.replaceAll(/\D/g, ''));
              onChange({ ...item, copies: { ...copies, [kind]: count } });
            }}
          />
        ))}
    </div>
  );
}

function isSame(a: Pick<SupplementItem, 'what' | 'id'>, b: Pick<SupplementItem, 'what' | 'id'>): boolean {
  return a.what === b.what && a.id === b.id;
}

/** A paper is asked for as a document; a consent is nobody's to ask for again. */
const NOT_ASKED_AGAIN: readonly string[] = ['document', 'consent', 'note', 'hidden'];

function useOffered(
  dossier: ActFieldsProps['dossier'],
  definition: ActFieldsProps['definition'],
): readonly Offered[] {
  const t = useAnswerWords(definition ?? { id: dossier.procedureId, version: dossier.procedureVersion });
  const places = usePlaceNames();
  if (definition === undefined) return [];
  const evaluation = evaluate(definition, dossier.answers, { today: civilDate(dossier.finishedAt) });
  const said = sayAnswers(evaluation, t, places);
  const documents = evaluation.documents.map(({ document: { id } }) => ({
    what: 'document' as const,
    id,
    name: t(`documents.${id}.name`),
  }));
  const questions = evaluation.steps
    .flatMap((step) => step.questions)
    .filter(({ question }) => !NOT_ASKED_AGAIN.includes(question.type))
    .map(({ question }) => ({
      what: 'question' as const,
      id: question.id,
      name: sayAsked(definition, question.id, t, said(question.id)) ?? question.id,
    }));
  return [...documents, ...questions];
}
