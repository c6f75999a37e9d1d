import type { StoredPackage } from '../../../src/client/storage/model.ts';
import { ProcedurePackage, sealPackage } from '../../../src/contract/procedure-package.ts';
import type { ProcedureDefinition } from '../../../src/domain/procedure/definition.ts';

/** A procedure as the office publishes it, under its digest. */
export async function makePackage(
  definition: ProcedureDefinition,
  texts: ProcedurePackage['texts'] = { vi: { name: 'Thủ tục mẫu', purpose: 'Để thử', keywords: 'mẫu' } },
): Promise<Omit<StoredPackage, 'receivedAt' | 'state'>> {
  const content = ProcedurePackage.parse({ definition: JSON.parse(JSON.stringify(definition)), texts });
  const sealed = await sealPackage(content);
  if (sealed.kind !== 'sealed') throw new Error(sealed.kind);
  const { id, version } = definition;
  return { id, version, json: sealed.json, digest: sealed.digest };
}
