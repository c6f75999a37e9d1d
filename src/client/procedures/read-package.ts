import { utf8 } from '../../contract/bytes.ts';
import { sha256Base64url } from '../../contract/keys.ts';
import { ProcedurePackage } from '../../contract/procedure-package.ts';
import type { ProcedureDefinition } from '../../domain/procedure/definition.ts';
import { parseDefinition } from '../../domain/procedure/run.ts';
import type { StoredPackage } from '../storage/model.ts';

export type ReadPackage =
  | {
      readonly kind: 'read';
      readonly definition: ProcedureDefinition;
      /** Nested sentences by language. */
      readonly texts: Readonly<Record<string, unknown>>;
    }
  /** The bytes are not those that the office announced. */
  | { readonly kind: 'damaged' }
  /** As the office gave it, in words that this app does not know: one that does will read it. */
  | { readonly kind: 'not-understood' };

/** Reads a published package as it lies on the disk: first that it is the very one, then what it says. */
export async function readPackage(stored: StoredPackage): Promise<ReadPackage> {
  if ((await sha256Base64url(utf8(stored.json))) !== stored.digest) return { kind: 'damaged' };
  const content = ProcedurePackage.safeParse(parseJson(stored.json));
  if (!content.success) return { kind: 'not-understood' };
  const parsed = parseDefinition(content.data.definition);
  if (parsed.kind === 'invalid') return { kind: 'not-understood' };
  const { definition } = parsed;
  const isNamed = definition.id === stored.id && definition.version === stored.version;
  return isNamed ? { kind: 'read', definition, texts: content.data.texts } : { kind: 'not-understood' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
