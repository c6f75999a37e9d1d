import type { StoredPackage } from '../../../src/client/storage/model.ts';
import { utf8 } from '../../../src/contract/bytes.ts';
import { sha256Base64url } from '../../../src/contract/keys.ts';
import type { ProcedureDefinition } from '../../../src/domain/procedure/definition.ts';

/** What the office would give for a procedure: its declaration and texts under their digest. */
export async function makePackage(
  definition: ProcedureDefinition,
  texts: Readonly<Record<string, unknown>> = {
    vi: { name: 'Thủ tục mẫu', purpose: 'Để thử', keywords: 'mẫu' },
  },
): Promise<Omit<StoredPackage, 'receivedAt' | 'state'>> {
  const json = JSON.stringify({ definition, texts });
  const { id, version } = definition;
  return { id, version, json, digest: await sha256Base64url(utf8(json)) };
}
