import { sealContributor } from '../../../../contract/contributor.ts';
import { importPublicKey } from '../../../../contract/keys.ts';
import { Contributor } from '../../../../contract/operations/languages.ts';
import type { DeviceRecord } from '../../../storage/model.ts';
import type { Storage } from '../../../storage/storage.ts';
import type { OpenVault } from '../../../vault/model.ts';

/** People whom this member of staff wrote down here, by name. One who cannot be read is passed over. */
export async function listSpeakers(
  languages: Pick<Storage['languages'], 'listContributors'>,
  vault: OpenVault,
): Promise<readonly Contributor[]> {
  const rows = await languages.listContributors(vault);
  return rows
    .flatMap(({ words }) => {
      const parsed = Contributor.safeParse(JSON.parse(words));
      return parsed.success ? [parsed.data] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/**
 * Keeps a person who lends voice or ear, with what they agreed to: sealed to the office, then under the staff member's own
 * vault, so that they need not be asked again. Throws `NoSpaceLeft`; said again, the same changes nothing.
 */
export async function keepSpeaker(
  languages: Pick<Storage['languages'], 'contribute' | 'putContributor'>,
  vault: OpenVault,
  { sealingKey }: Pick<DeviceRecord, 'sealingKey'>,
  speaker: Contributor,
): Promise<void> {
  const publicKey = await importPublicKey(sealingKey.publicKey, 'sealing');
  if (publicKey === undefined) throw new Error('the office has no key that can be used');
  const sealed = await sealContributor(speaker, publicKey);
  await languages.contribute({
    id: speaker.id,
    staffId: vault.staffId,
    state: 'waiting',
    kind: 'contributor',
    keyId: publicKey.id,
    sealed,
  });
  await languages.putContributor(vault, speaker.id, JSON.stringify(speaker));
}
