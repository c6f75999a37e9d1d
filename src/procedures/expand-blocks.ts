import * as z from 'zod';
import closing from './blocks/closing.json' with { type: 'json' };
import consents from './blocks/consents.json' with { type: 'json' };
import person from './blocks/person.json' with { type: 'json' };
import resultWay from './blocks/result-way.json' with { type: 'json' };

/*
 * What stands in nearly every form (the person block of DOMAIN section 5.0, consents, how the result comes, reading back
 * and signing) stands once, in `blocks/`. A declaration names a block where its questions should be:
 *
 *   { "block": "person", "as": "mother", "omit": ["phone"], "own": ["name"], "visible": { … } }
 *
 * In a block `@` is the role. `omit` leaves questions out, `own` lets the procedure say a question in words of its own
 * (`questions.mother.name.label` instead of the shared text), `visible` holds for each beside its own condition, and
 * `change` sets further properties by question. Blocks of whole steps stand among the steps.
 */

const Json = z.record(z.string(), z.json());
type Json = z.infer<typeof Json>;

const QuestionBlock = z.strictObject({
  block: z.enum(['person', 'result-way']),
  as: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  omit: z.array(z.string()).default([]),
  own: z.array(z.string()).default([]),
  visible: Json.optional(),
  change: z.record(z.string(), Json).default({}),
});
const StepBlock = z.strictObject({ block: z.enum(['consents', 'closing']) });

const WithSteps = z.looseObject({ steps: z.array(z.json()) });
const WithQuestions = z.looseObject({ questions: z.array(z.json()) });

const questionBlocks = { person, 'result-way': resultWay };
const stepBlocks: Readonly<Record<'consents' | 'closing', { steps: unknown[]; rules?: unknown[] }>> = {
  consents,
  closing,
};

/** The declaration with every block written out. What is no block stays as it is; `parseDefinition` judges the whole. */
export function expandBlocks(json: unknown): unknown {
  const declaration = WithSteps.safeParse(json);
  if (!declaration.success) return json;
  const rules: unknown[] = [];
  const steps = declaration.data.steps.flatMap((step): unknown[] => {
    const block = StepBlock.safeParse(step);
    if (block.success) {
      const { steps: written, rules: more = [] } = stepBlocks[block.data.block];
      rules.push(...more);
      return written;
    }
    const own = WithQuestions.safeParse(step);
    return own.success ? [{ ...own.data, questions: own.data.questions.flatMap(expandQuestion) }] : [step];
  });
  const own = declaration.data.rules;
  return {
    ...declaration.data,
    steps,
    ...(rules.length === 0 ? {} : { rules: [...(Array.isArray(own) ? own : []), ...rules] }),
  };
}

function expandQuestion(question: unknown): unknown[] {
  const parsed = QuestionBlock.safeParse(question);
  if (!parsed.success) return [question];
  const { block, as, omit, own, visible, change } = parsed.data;
  const suffixes = questionBlocks[block].questions.map(({ id }) => id.slice(2));
  const unknown = [...omit, ...own, ...Object.keys(change)].filter((suffix) => !suffixes.includes(suffix));
  // A misspelt word must not silently ask more of a person than the author meant.
  if (unknown.length > 0) throw new Error(`block ${block} as ${as} has no ${unknown.join(', ')}`);
  return questionBlocks[block].questions
    .map((one) => ({ suffix: one.id.slice(2), json: Json.parse(withRole(one, as)) }))
    .filter(({ suffix }) => !omit.includes(suffix))
    .map(({ suffix, json }) => {
      const { text: _shared, ...untitled } = json;
      const titled = own.includes(suffix) ? untitled : json;
      return {
        ...withoutReferences(titled, omit, as),
        ...withCondition(json.visible, visible),
        ...change[suffix],
      };
    });
}

/** `@.name` becomes `mother.name`, wherever it stands. */
function withRole(node: unknown, as: string): unknown {
  if (typeof node === 'string') return node.startsWith('@.') ? `${as}${node.slice(1)}` : node;
  if (Array.isArray(node)) return node.map((one) => withRole(one, as));
  if (typeof node === 'object' && node !== null)
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withRole(value, as)]));
  return node;
}

/** Where the question a card number is compared with was left out (a mother's sex), nothing is compared. */
function withoutReferences(
  question: Readonly<Record<string, unknown>>,
  omit: readonly string[],
  role: string,
): Readonly<Record<string, unknown>> {
  const omitted = omit.map((suffix) => `${role}.${suffix}`);
  return Object.fromEntries(
    Object.entries(question).filter(([key, value]) => {
      const refers = key === 'sexFrom' || key === 'birthDateFrom';
      return !(refers && typeof value === 'string' && omitted.includes(value));
    }),
  );
}

function withCondition(inner: unknown, outer: Json | undefined): Readonly<Record<string, unknown>> {
  if (outer === undefined) return inner === undefined ? {} : { visible: inner };
  return { visible: inner === undefined ? outer : { all: [outer, inner] } };
}
