import * as z from 'zod';
import type { ProcedureFinding } from '../../contract/operations/procedures.ts';
import { ProcedurePackage, sealPackage } from '../../contract/procedure-package.ts';
import { parseDefinition } from '../../domain/procedure/run.ts';
import { expandBlocks } from '../../procedures/expand-blocks.ts';
import type { Deps } from '../deps.ts';
import type { CheckedCandidate } from '../presenters/procedure.ts';
import { nextVersionOf } from '../procedure-states.ts';
import type { DbOrTrx } from '../storage/connection.ts';

/** More than anybody reads; a hostile file has hundreds of thousands. */
const MOST_FINDINGS = 200;

/** A package, or a bare declaration: then there are no sentences yet. */
const Bare = z.looseObject({ steps: z.array(z.unknown()) });

/** Reads what an author brings, with blocks written out, and says everything that is wrong with it. Keeps nothing. */
export async function checkProcedure(deps: Deps, db: DbOrTrx, brought: unknown): Promise<CheckedCandidate> {
  const content = ProcedurePackage.safeParse(
    Bare.safeParse(brought).success ? { definition: brought, texts: {} } : brought,
  );
  if (!content.success) return { findings: saysWhy(content.error.issues) };
  const expanded = expand(content.data.definition);
  if (expanded.kind === 'invalid') return { findings: [wrong('', expanded.fault)] };
  const parsed = parseDefinition(expanded.definition);
  if (parsed.kind === 'invalid')
    return { findings: parsed.faults.slice(0, MOST_FINDINGS).map((fault) => wrong('', fault)) };
  const { definition } = parsed;
  const whole = { definition: expanded.definition, texts: content.data.texts };
  const sealed = await sealPackage(whole);
  if (sealed.kind === 'too-large') return { findings: [wrong('', 'the package is longer than 400 kB')] };
  const nextVersion = nextVersionOf(await deps.procedures.list(db), definition.id);
  return {
    findings: [
      ...(definition.version === nextVersion
        ? []
        : [wrong('version', `the next version of ${definition.id} is ${nextVersion}`)]),
      ...(typeof whole.texts.vi?.name === 'string' ? [] : [wrong('name', 'it has no Vietnamese name')]),
    ],
    readable: { content: whole, definition, json: sealed.json, digest: sealed.digest, nextVersion },
  };
}

function saysWhy(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]) {
  return issues
    .slice(0, MOST_FINDINGS)
    .map(({ path, message }) => wrong(path.map(String).join('.'), message));
}

type Definition = ProcedurePackage['definition'];

/** The blocks of a hostile file may be anything: what the expander throws is a finding about it. */
function expand(
  definition: Definition,
):
  | { readonly kind: 'expanded'; readonly definition: Definition }
  | { readonly kind: 'invalid'; readonly fault: string } {
  try {
    const expanded = ProcedurePackage.safeParse({ definition: expandBlocks(definition), texts: {} });
    return expanded.success
      ? { kind: 'expanded', definition: expanded.data.definition }
      : { kind: 'invalid', fault: 'its blocks cannot be written out' };
  } catch (error) {
    return {
      kind: 'invalid',
      fault: error instanceof Error ? error.message : 'its blocks cannot be written out',
    };
  }
}

function wrong(place: string, message: string): ProcedureFinding {
  return { severity: 'error', place, message };
}
