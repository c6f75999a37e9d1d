import * as z from 'zod';
import { lintDeclaration } from '../../authoring/lint/lint-declaration.ts';
import { sayFindings } from '../../authoring/lint/say-findings.ts';
import { type AuthorLanguage, sentence } from '../../authoring/sentences.ts';
import { MAX_PACKAGE_BYTES, ProcedurePackage, sealPackage } from '../../contract/procedure-package.ts';
import { parseDefinition } from '../../domain/procedure/run.ts';
import { expandBlocks } from '../../procedures/expand-blocks.ts';
import type { Deps } from '../deps.ts';
import type { CheckedCandidate } from '../presenters/procedure.ts';
import { nextVersionOf } from '../procedure-states.ts';
import type { DbOrTrx } from '../storage/connection.ts';
import { sharedTexts } from '../texts.ts';

/** More than anybody reads; a hostile file has hundreds of thousands. */
const MOST_FINDINGS = 200;

/** A package, or a bare declaration: then there are no sentences yet. */
const Bare = z.looseObject({ steps: z.array(z.unknown()) });

/** Reads what an author brings, with blocks written out, and says everything that is wrong with it. Keeps nothing. */
export async function checkProcedure(
  deps: Deps,
  db: DbOrTrx,
  brought: unknown,
  language: AuthorLanguage,
): Promise<CheckedCandidate> {
  const content = ProcedurePackage.safeParse(
    Bare.safeParse(brought).success ? { definition: brought, texts: {} } : brought,
  );
  const say = (key: string, place: string, params = {}) =>
    ({ severity: 'error', place, message: sentence(language, `publishing.${key}`, params) }) as const;
  if (!content.success) {
    const places = content.error.issues.slice(0, MOST_FINDINGS).map(({ path }) => path.map(String).join('.'));
    return { findings: places.map((place) => say(place === '' ? 'not-a-package' : 'shape', place)) };
  }
  const { definition: json, texts } = content.data;
  const known = await deps.procedures.list(db);
  const procedures = [...new Set(known.map(({ id }) => id)), String(json.id)];
  const found = lintDeclaration(json, { texts, shared: sharedTexts(deps.texts), procedures }).slice(
    0,
    MOST_FINDINGS,
  );
  const findings = sayFindings(found, language);
  const readable = read(json);
  if (readable === undefined)
    return { findings: findings.length > 0 ? findings : [say('not-a-package', '')] };
  const whole = { definition: readable.json, texts };
  const sealed = await sealPackage(whole);
  if (sealed.kind === 'too-large')
    return { findings: [say('too-large', '', { most: MAX_PACKAGE_BYTES / 1000 })] };
  const { definition } = readable;
  const nextVersion = nextVersionOf(known, definition.id);
  return {
    findings: [
      ...(definition.version === nextVersion
        ? []
        : [say('next-version', 'version', { id: definition.id, version: nextVersion })]),
      ...(typeof texts.vi?.name === 'string' ? [] : [say('no-vietnamese-name', '')]),
      ...findings,
    ],
    readable: { content: whole, definition, json: sealed.json, digest: sealed.digest, nextVersion },
  };
}

/** Undefined where the linter has already said why not. */
function read(json: ProcedurePackage['definition']) {
  try {
    const expanded = ProcedurePackage.safeParse({ definition: expandBlocks(json), texts: {} });
    const parsed = expanded.success ? parseDefinition(expanded.data.definition) : undefined;
    return expanded.success && parsed?.kind === 'ok'
      ? { json: expanded.data.definition, definition: parsed.definition }
      : undefined;
  } catch {
    // The blocks of a hostile file may be anything.
    return undefined;
  }
}
