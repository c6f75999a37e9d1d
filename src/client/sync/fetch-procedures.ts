import { fetchProcedures, MAX_WANTED } from '../../contract/operations/procedures.ts';
import { unpackPackage } from '../../contract/procedure-package.ts';
import { CONTRACT_VERSION } from '../../contract/version.ts';
import type { Storage } from '../storage/storage.ts';
import { askOffice } from './ask-office.ts';
import type { HttpPorts } from './http-ports.ts';
import type { SyncPorts } from './ports.ts';

interface Ports extends HttpPorts {
  readonly storage: Pick<Storage, 'packages'> &
    Pick<SyncPorts['storage'], 'outbox' | 'findDevice' | 'findDeviceKeys'>;
}

interface Wanted {
  readonly id: string;
  readonly version: number;
  readonly digest: string;
}

/**
 * Fetches the published procedures that the office has named and this tablet lacks, older versions too: a draft may come
 * here that began with one. Only the very bytes of the digest that came in the signed feed are kept. What does not come is
 * asked for again with the next round.
 */
export async function fetchMissingProcedures(ports: Ports): Promise<void> {
  const { packages, outbox } = ports.storage;
  let wanted = await listWanted(outbox, packages);
  while (wanted.length > 0) {
    const asked = await askOffice(ports, fetchProcedures, {
      contractVersion: CONTRACT_VERSION,
      wanted: wanted.slice(0, MAX_WANTED).map(({ id, version, digest }) => ({ id, version, digest })),
    });
    if (asked.kind !== 'answered') return;
    let came = 0;
    for (const { id, version, packed } of asked.answer.packages) {
      const digest = wanted.find((one) => one.id === id && one.version === version)?.digest;
      const json = digest === undefined ? undefined : await unpackPackage(packed, digest);
      if (digest === undefined || json === undefined) continue;
      if (await packages.put({ id, version, digest, json })) came += 1;
    }
    // An office that gives nothing of it now gives nothing of it in the next breath.
    if (came === 0) return;
    wanted = await listWanted(outbox, packages);
  }
}

async function listWanted(
  outbox: Pick<Storage['outbox'], 'listOfficeNews'>,
  packages: Pick<Storage['packages'], 'list'>,
): Promise<readonly Wanted[]> {
  const catalogue = (await outbox.listOfficeNews()).find(({ kind }) => kind === 'catalogue');
  if (catalogue?.kind !== 'catalogue') return [];
  const here = (await packages.list()).filter(({ state }) => state === 'kept');
  return catalogue.procedures.flatMap(({ id, version, digest }) =>
    digest === undefined || here.some((one) => one.id === id && one.version === version)
      ? []
      : [{ id, version, digest }],
  );
}
