import { fromBase64url } from '../../contract/base64url.ts';
import { sha256Base64url } from '../../contract/keys.ts';
import { readLanguagePack, unpackLanguagePack } from '../../contract/language-pack.ts';
import { fetchLanguagePack, fetchVoices, MAX_VOICES_WANTED } from '../../contract/operations/languages.ts';
import { CONTRACT_VERSION } from '../../contract/version.ts';
import { askOffice } from './ask-office.ts';
import { listMissingSounds, readLanguagePacks } from './language-packs.ts';
import type { LanguagePorts } from './language-ports.ts';
import { FIRST_PORTION, MAX_PORTION, takePortion } from './portions.ts';

/**
 * Fetches the language packs that the office has named and this tablet lacks, then the sound that packs name. Only the very
 * bytes of their digests are kept: a pack's came in the signed feed, a sound's in the pack. Sound that nothing names any
 * more goes. What does not come is asked for again with the next round.
 */
export async function fetchMissingLanguages(ports: LanguagePorts): Promise<void> {
  await fetchPacks(ports);
  await fetchSounds(ports);
  await forgetSounds(ports);
}

async function fetchPacks(ports: LanguagePorts): Promise<void> {
  const { languages, outbox } = ports.storage;
  const catalogue = (await outbox.listOfficeNews()).find(({ kind }) => kind === 'catalogue');
  if (catalogue?.kind !== 'catalogue') return;
  const here = (await languages.listPacks()).filter(({ json }) => readLanguagePack(json) !== undefined);
  for (const { language, version, digest } of catalogue.languagePacks) {
    if (digest === undefined) continue;
    if (here.some((one) => one.language === language && one.digest === digest)) continue;
    const asked = await askOffice(ports, fetchLanguagePack, {
      contractVersion: CONTRACT_VERSION,
      language,
      digest,
    });
    if (asked.kind !== 'answered') return;
    const { packed } = asked.answer;
    const json = packed === null ? undefined : await unpackLanguagePack(packed, digest);
    const pack = json === undefined ? undefined : readLanguagePack(json);
    if (json === undefined || pack?.language !== language || pack.version !== version) continue;
    await languages.putPack({ language, version, digest, json });
  }
}

async function fetchSounds(ports: LanguagePorts): Promise<void> {
  const { languages } = ports.storage;
  /** That the office does not have, or gave otherwise than named. */
  const passedOver = new Set<string>();
  let bytes = FIRST_PORTION;
  for (;;) {
    const packs = readLanguagePacks(await languages.listPacks());
    const here = new Set([...(await languages.listSounds()), ...passedOver]);
    const portion = takePortion(
      listMissingSounds(packs, here),
      { bytes, most: MAX_VOICES_WANTED },
      (voice) => voice.bytes,
    );
    if (portion.length === 0) return;
    const asked = await askOffice(ports, fetchVoices, {
      contractVersion: CONTRACT_VERSION,
      wanted: portion.map(({ digest }) => digest),
    });
    if (asked.kind !== 'answered') return;
    for (const digest of asked.answer.missing) passedOver.add(digest);
    const came = [];
    for (const { digest, sound } of asked.answer.voices) {
      const voice = portion.find((one) => one.digest === digest);
      const content = fromBase64url(sound);
      if (voice === undefined || content === undefined || (await sha256Base64url(content)) !== digest)
        passedOver.add(digest);
      else came.push({ digest, mediaType: voice.mediaType, bytes: content });
    }
    if (came.length > 0) await languages.putSounds(came);
    // An office that gives nothing of it now gives nothing of it in the next breath.
    else if (!portion.some(({ digest }) => passedOver.has(digest))) return;
    bytes = Math.min(2 * bytes, MAX_PORTION);
  }
}

async function forgetSounds({ storage: { languages } }: LanguagePorts): Promise<void> {
  const stored = await languages.listPacks();
  const packs = readLanguagePacks(stored);
  // A pack that cannot be read names sound all the same.
  if (packs.length < stored.length) return;
  const named = new Set(packs.flatMap(({ voices }) => voices.map(({ digest }) => digest)));
  const made = await languages.listContributions();
  const own = new Set(made.flatMap((one) => (one.kind === 'voice' ? [one.digest] : [])));
  const isStray = (digest: string) => !named.has(digest) && !own.has(digest);
  if ((await languages.listSounds()).some(isStray)) await languages.forgetSounds(named);
}
