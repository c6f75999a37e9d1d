import type { ProcedureDefinition } from '../../domain/procedure/definition.ts';
import { parseDefinition } from '../../domain/procedure/run.ts';
import { expandBlocks } from '../../procedures/expand-blocks.ts';
import lifeEvents from '../../procedures/life-events.json' with { type: 'json' };
import { isRecord } from '../records.ts';
import { lintComparisons } from './comparisons.ts';
import { sayEngineFault } from './engine-faults.ts';
import { type Finding, finding, withNearest } from './finding.ts';
import { lintDrawings } from './lint-drawings.ts';
import { lintTexts, type TextsGiven } from './lint-texts.ts';
import { nearestOf } from './nearest.ts';
import { lintOnce } from './once.ts';
import { placeOfQuestion } from './place.ts';
import { lintReach } from './reach/lint-reach.ts';
import { lintShape } from './shape.ts';

export interface LintOptions extends TextsGiven {
  /** Drawings that exist; without them no drawing is looked for. */
  readonly drawings?: readonly string[];
  /** Whether an answer that no drawing tells apart is an error; it is a warning elsewhere. */
  readonly mustBeDrawn?: boolean;
  /** Ids of all procedures, for follow-ups; without them none is looked for. */
  readonly procedures?: readonly string[];
}

/**
 * Everything about a declaration that its author should know, with the place in the author's own words. Blocks may stand
 * in it. Findings about answers and texts come once the declaration can be read at all.
 */
export function lintDeclaration(json: unknown, options: LintOptions): readonly Finding[] {
  if (!isRecord(json) || !Array.isArray(json.steps)) return [finding('error', [], 'no-steps')];
  if (isDeeperThan(DEEPEST, json)) return [finding('error', [], 'too-deep', { most: DEEPEST })];
  const expanded = writtenOut(json);
  if (expanded.kind === 'wrong') return [finding('error', [], 'block-wrong', { block: expanded.fault })];
  const shape = lintShape(expanded.json);
  if (shape.length > 0) return shape;
  const parsed = parseDefinition(expanded.json);
  if (parsed.kind === 'invalid') return parsed.faults.slice(0, 200).map(sayEngineFault);
  const { definition } = parsed;
  return [
    ...lintComparisons(definition),
    ...lintReach(definition),
    ...lintOnce(definition),
    ...lintNames(definition, options),
    ...lintDrawings(definition, options.mustBeDrawn === true ? 'error' : 'warning'),
    ...lintTexts(definition, options),
  ];
}

/** Objects and lists in each other, at most: a declaration is twenty deep, and whoever reads it deeper loses breath. */
const DEEPEST = 100;

function isDeeperThan(most: number, json: unknown): boolean {
  let layer: readonly unknown[] = [json];
  for (let depth = 0; depth <= most; depth++) {
    layer = layer.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (layer.length === 0) return false;
  }
  return true;
}

/** A misspelt block is thrown by the expander: here it is a finding. */
function writtenOut(
  json: unknown,
): { readonly kind: 'written'; readonly json: unknown } | { readonly kind: 'wrong'; readonly fault: string } {
  try {
    return { kind: 'written', json: expandBlocks(json) };
  } catch (error) {
    return { kind: 'wrong', fault: error instanceof Error ? error.message : String(error) };
  }
}

/** Names of what lies outside of the declaration: drawings, procedures, life events. */
function lintNames(
  definition: ProcedureDefinition,
  { drawings, procedures }: LintOptions,
): readonly Finding[] {
  const unknown =
    (known: readonly string[], code: 'drawing-unknown' | 'procedure-unknown' | 'life-event-unknown') =>
    (name: string | undefined, place: Finding['place']): readonly Finding[] => {
      if (name === undefined || known.includes(name)) return [];
      const [, params] = withNearest('unknown-word', { name }, nearestOf(name, known));
      return [finding('error', place, code, { nearest: '–', ...params })];
    };
  const events = unknown(
    lifeEvents.map(({ id }) => id),
    'life-event-unknown',
  );
  const drawing = drawings === undefined ? undefined : unknown(drawings, 'drawing-unknown');
  const procedure = procedures === undefined ? undefined : unknown(procedures, 'procedure-unknown');
  return [
    ...definition.lifeEvents.flatMap((id) => events(id, [])),
    ...definition.followUps.flatMap((one) =>
      procedure === undefined ? [] : procedure(one.procedure, [{ kind: 'follow-up', name: one.procedure }]),
    ),
    ...definition.steps.flatMap((step) =>
      step.questions.flatMap((question) => {
        const place = placeOfQuestion(step, question);
        if (drawing === undefined) return [];
        return [
          ...drawing(question.drawing, place),
          ...('options' in question ? question.options : []).flatMap((option) =>
            drawing(option.drawing, [...place, { kind: 'option', name: option.value }]),
          ),
        ];
      }),
    ),
  ];
}
