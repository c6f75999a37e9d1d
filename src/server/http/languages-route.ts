import type { FastifyInstance } from 'fastify';
import { fetchLanguagePack, fetchVoices, giveContributions } from '../../contract/operations/languages.ts';
import { OLDEST_CONTRACT_VERSION } from '../../contract/version.ts';
import { handOutPack, handOutVoices } from '../commands/hand-out-languages.ts';
import { takeInContributions } from '../commands/take-in-contributions.ts';
import type { Deps } from '../deps.ts';
import { addTabletOperations } from './tablet-operation.ts';

const updateNeeded = { kind: 'refused', error: { kind: 'update-needed' } } as const;

/** The tablets' half of languages: what their workshop made goes up, packs and sound come down. */
export async function addLanguages(app: FastifyInstance, deps: Deps): Promise<void> {
  await addTabletOperations(app, deps, (add) => {
    add(giveContributions, async ({ contractVersion, contributions }, deviceId) => {
      if (contractVersion < OLDEST_CONTRACT_VERSION) return updateNeeded;
      const outcome = await takeInContributions(deps, deviceId, contributions);
      return outcome.kind === 'taken'
        ? { kind: 'ok', answer: outcome.answer }
        : { kind: 'refused', error: { kind: 'forbidden' } };
    });
    add(fetchLanguagePack, async ({ contractVersion, language, digest }) => {
      if (contractVersion < OLDEST_CONTRACT_VERSION) return updateNeeded;
      return { kind: 'ok', answer: { packed: await handOutPack(deps, language, digest) } };
    });
    add(fetchVoices, async ({ contractVersion, wanted }) => {
      if (contractVersion < OLDEST_CONTRACT_VERSION) return updateNeeded;
      return { kind: 'ok', answer: await handOutVoices(deps, wanted) };
    });
  });
}
