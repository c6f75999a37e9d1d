import type { DeclaredQuestion } from './declared-question.ts';
import type { Texts } from './texts.ts';

const TEXTS: ReadonlySet<string> = new Set(['name', 'text']);
const NAME_LIKE = /(^|[^\p{L}])(tên|họ tên|name)([^\p{L}]|$)/iu;

/**
 * The question whose answer names the record: the first that asks for a name, else the first that is answered in words.
 * Undefined where there is neither; what is repeated or calculated names nobody.
 */
export function subjectOf(
  steps: readonly { readonly questions: readonly DeclaredQuestion[]; readonly [further: string]: unknown }[],
  texts: Texts,
  language: string,
): string | undefined {
  const candidates = steps
    .filter((step) => step.repeat === undefined)
    .flatMap((step) => step.questions)
    .filter((one) => TEXTS.has(one.type) && one.calculated === undefined);
  const named = candidates.find(
    ({ id, type }) =>
      type === 'name' ||
      /name|hoTen|^ten([A-Z.]|$)/i.test(id) ||
      NAME_LIKE.test(texts.find(language, `questions.${id}.label`) ?? ''),
  );
  return (named ?? candidates[0])?.id;
}
