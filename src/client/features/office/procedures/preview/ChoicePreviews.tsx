import { useId } from 'react';
import {
  type AnswerValue,
  ConsentAnswer,
  DocumentAnswer,
} from '../../../../../domain/procedure/contract/answers.ts';
import type { Question } from '../../../../../domain/procedure/definition.ts';
import { useText } from '../../../../i18n/useText.ts';
import { SelectField } from '../../../../ui/SelectField.tsx';
import { TickBox } from '../../../../ui/TickBox.tsx';
import styles from './Preview.module.css';
import type { PreviewFieldProps } from './preview-field-props.ts';
import { SAMPLE_ATTACHMENT, sampleConsent } from './sample-answers.ts';

type Of<Type extends Question['type']> = PreviewFieldProps & {
  readonly question: Extract<Question, { type: Type }>;
};

interface RadiosProps {
  readonly legend: string;
  readonly hint: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

function Radios({ legend, hint, options, value, onChange }: RadiosProps) {
  const name = useId();
  return (
    <fieldset className={styles.options}>
      <legend>{legend}</legend>
      {hint !== undefined && <p className={styles.soft}>{hint}</p>}
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function ChoicePreview({ visible, question, value, words, label, hint, onChange }: Of<'choice'>) {
  return (
    <Radios
      legend={label}
      hint={hint}
      options={optionsOf(visible.offered, question).map((one) => ({
        value: one,
        label: words(`choices.${question.list ?? question.id}.${one}`),
      }))}
      value={typeof value === 'string' ? value : undefined}
      onChange={onChange}
    />
  );
}

export function SeveralPreview({ visible, question, value, words, label, hint, onChange }: Of<'choices'>) {
  const chosen = Array.isArray(value) ? value : [];
  const offered = optionsOf(visible.offered, question);
  const toggle = (one: string) => {
    const next = offered.filter((each) => (each === one ? !chosen.includes(each) : chosen.includes(each)));
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <fieldset className={styles.options}>
      <legend>{label}</legend>
      {hint !== undefined && <p className={styles.soft}>{hint}</p>}
      {offered.map((one) => (
        <TickBox key={one} checked={chosen.includes(one)} onChange={() => toggle(one)}>
          {words(`choices.${question.list ?? question.id}.${one}`)}
        </TickBox>
      ))}
    </fieldset>
  );
}

/** Never ticked beforehand, here either. */
export function ConsentPreview({ value, words, label, hint, onChange }: PreviewFieldProps) {
  const granted = ConsentAnswer.safeParse(value).data?.granted;
  return (
    <Radios
      legend={label}
      hint={hint}
      options={['granted', 'withheld'].map((one) => ({ value: one, label: words(`answer.consent.${one}`) }))}
      value={granted === undefined ? undefined : granted ? 'granted' : 'withheld'}
      onChange={(one) => onChange(sampleConsent(one === 'granted'))}
    />
  );
}

/** Where the paper is, and which of those that serve it is. */
export function DocumentPreview({
  question,
  definition,
  value,
  words,
  label,
  hint,
  onChange,
}: Of<'document'>) {
  const t = useText('office');
  const answer = DocumentAnswer.safeParse(value).data;
  const alternatives = definition.documents.find(({ id }) => id === question.document)?.alternatives ?? [];
  return (
    <>
      <Radios
        legend={label}
        hint={hint}
        options={DocumentAnswer.shape.paper.options.map((one) => ({
          value: one,
          label: words(`answer.paper.${one}`, { count: 1 }),
        }))}
        value={answer?.paper}
        onChange={(paper) => onChange(documentAnswer(paper, answer?.alternative))}
      />
      {answer !== undefined && alternatives.length > 1 && (
        <SelectField
          label={t('procedures.preview.alternative')}
          value={answer.alternative ?? ''}
          onChange={(alternative) => onChange(documentAnswer(answer.paper, alternative))}
          options={['', ...alternatives].map((one) => ({
            value: one,
            label: one === '' ? words('answer.missing') : words(`papers.${one}.name`),
          }))}
        />
      )}
    </>
  );
}

function documentAnswer(paper: string, alternative: string | undefined): AnswerValue | undefined {
  return DocumentAnswer.safeParse({
    paper,
    attachments: paper === 'photographed' ? [SAMPLE_ATTACHMENT] : [],
    ...(alternative ? { alternative } : {}),
  }).data;
}

function optionsOf(
  offered: readonly string[] | undefined,
  { options }: Extract<Question, { type: 'choice' | 'choices' }>,
): readonly string[] {
  return offered ?? options.map(({ value }) => value);
}
