/** Answers in words: one rule for the screens and for the office's papers. */
export {
  choiceKey,
  formatAnswer,
  type PlaceNames,
  questionKey,
  type Translate,
} from '../../domain/answers/format-answer.ts';
