import { formatParams } from '../../../../i18n/formats.ts';
import type { Sentence } from '../../../../i18n/sentences.ts';
import type { Text } from '../../../../i18n/useText.ts';
import type { PaperSaid } from '../../common/papers/papers-said.ts';

/** One missing paper in words. */
export interface MissingPaper {
  readonly id: string;
  readonly drawing: string;
  readonly name: string;
  /** Where it is, or that it is not there. */
  readonly state: string;
  /** Why it is needed, in the procedure's words. */
  readonly why: string;
  /** Any one of these does; empty where there is nothing to choose. */
  readonly alternatives: readonly string[];
  /** What else to know: that showing it is enough, what to do where there is none. */
  readonly notes: readonly string[];
  /** All of it to be heard, in the same words. */
  readonly sentences: readonly Sentence[];
}

/** `t` speaks `paper.json`, `words` the procedure's texts. */
export function sayMissing(paper: PaperSaid, t: Text, words: Text): MissingPaper {
  const { document, drawing, required, why } = paper;
  const kind = paper.paper ?? 'not-asked';
  const name = words.sentence(`documents.${document.id}.name`);
  const state = t.sentence(`bring.state.${kind}`);
  const because =
    why !== undefined
      ? words.sentence(`reasons.${why.key}`, formatParams(why.params))
      : t.sentence(required ? 'bring.alwaysNeeded' : 'bring.notRequired');
  const alternatives = alternativesOf(paper).map((one) => words.sentence(`papers.${one}.name`));
  const notes = [
    ...(document.showOnly ? [t.sentence('bring.showOnly')] : []),
    ...(kind === 'none' ? [t.sentence('bring.askHow')] : []),
  ];
  return {
    id: document.id,
    drawing,
    name: name.text,
    state: state.text,
    why: because.text,
    alternatives: alternatives.map(({ text }) => text),
    notes: notes.map(({ text }) => text),
    sentences: [
      name,
      state,
      ...(alternatives.length > 1 ? [t.sentence('bring.oneOf')] : []),
      ...alternatives,
      because,
      ...notes,
    ],
  };
}

/** The one that was meant, else all that would do. */
function alternativesOf({ alternative, document }: PaperSaid): readonly string[] {
  if (alternative !== undefined) return [alternative];
  return document.alternatives.length > 1 ? document.alternatives : [];
}
