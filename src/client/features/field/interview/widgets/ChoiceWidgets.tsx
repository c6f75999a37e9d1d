import { UnknownAnswer } from '../../../../../domain/procedure/contract/answers.ts';
import { choiceKey } from '../../../../answers/format-answer.ts';
import { saidChoice } from '../../../../answers/said-choice.ts';
import { useProcedureText, useText } from '../../../../i18n/useText.ts';
import { CheckCards, type Choice, ChoiceCards, SelectList } from '../../../../ui/Choices.tsx';
import { DRAWN_UNKNOWN } from './drawn-answers.ts';
import type { WidgetProps } from './widget-props.ts';

/** No answer of a procedure is spelled like this, so it can stand among them. */
const UNKNOWN = '?';

/** One of several answers, all of them on the screen; long sets as a list that can be searched. */
export function ChoiceWidget({ question, definition, value, onChange, ...field }: WidgetProps<'choice'>) {
  const t = useText('interview');
  const texts = useProcedureText(definition);
  const choices: Choice[] = question.options.map(({ value: option, drawing }) => ({
    value: option,
    ...saidChoice(texts, choiceKey(question, option)),
    drawing,
  }));
  if (question.unknownAllowed)
    choices.push({
      value: UNKNOWN,
      ...saidChoice(t, 'unknown.button'),
      hint: t('unknown.later'),
      drawing: DRAWN_UNKNOWN,
    });
  const chosen = UnknownAnswer.safeParse(value).success
    ? UNKNOWN
    : typeof value === 'string'
      ? value
      : undefined;
  const props = {
    label: field.label,
    hint: field.hint,
    labelHidden: field.labelHidden,
    problem: field.problem,
    choices,
    value: chosen,
    onChange: (option: string) => onChange(option === UNKNOWN ? { unknown: true } : option),
  };
  return question.appearance === 'list' ? <SelectList {...props} /> : <ChoiceCards {...props} />;
}

/** Several of several. Taking the last one back leaves "none of these", which is an answer. */
export function ChoicesWidget({ question, definition, value, onChange, ...field }: WidgetProps<'choices'>) {
  const texts = useProcedureText(definition);
  return (
    <CheckCards
      label={field.label}
      hint={field.hint}
      labelHidden={field.labelHidden}
      problem={field.problem}
      choices={question.options.map(({ value: option, drawing }) => ({
        value: option,
        ...saidChoice(texts, choiceKey(question, option)),
        drawing,
      }))}
      value={Array.isArray(value) ? value : []}
      onChange={(chosen) => onChange([...chosen])}
    />
  );
}
