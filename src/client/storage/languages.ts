import type { OpenVault } from '../vault/model.ts';
import type { StoredContribution, StoredLanguagePack, StoredSound } from './model.ts';
import type { Tables, Transaction } from './tables.ts';
import { NoSpaceLeft } from './watch-space.ts';

/** Languages on this tablet: packs that the office published, sound, and what was made here and waits or is kept. */
export interface LanguageStore {
  listPacks(): Promise<readonly StoredLanguagePack[]>;
  /** Takes the place of an older version of the language; an older one never takes the place of a newer. */
  putPack(pack: Omit<StoredLanguagePack, 'receivedAt'>): Promise<void>;

  /** Digests of all sound here. */
  listSounds(): Promise<readonly string[]>;
  findSound(digest: string): Promise<StoredSound | undefined>;
  /** The caller has checked the digest. */
  putSounds(sounds: readonly StoredSound[]): Promise<void>;
  /** Sound that no pack and no contribution names any more goes. Resolves with how many went. */
  forgetSounds(named: ReadonlySet<string>): Promise<number>;

  /** Everything made here, the oldest first. */
  listContributions(): Promise<readonly StoredContribution[]>;
  /**
   * Keeps what was made, a voice together with its sound, in one transaction. The same id again changes nothing.
   */
  contribute(made: StoredContribution & { readonly state: 'waiting' }, sound?: StoredSound): Promise<void>;
  /** What the office said: signed and verified by the caller. An id that is not here is passed over. */
  settle(answer: {
    readonly kept: readonly string[];
    readonly refused: readonly { readonly id: string; readonly why: string }[];
  }): Promise<void>;
  /** Takes back what the office does not have yet: a recording that was made anew. What is kept stays. */
  takeBack(id: string): Promise<void>;

  /** A person who lends a voice, for the staff member who wrote it down; `words` is that person as JSON. */
  putContributor(vault: OpenVault, id: string, words: string): Promise<void>;
  /** Those that this vault opens; a row that does not open is left as it is and passed over. */
  listContributors(vault: OpenVault): Promise<readonly { readonly id: string; readonly words: string }[]>;
}

export function createLanguageStore(tables: Tables, now: () => Date, announce: () => void): LanguageStore {
  async function write<R>(work: (transaction: Transaction) => Promise<R>): Promise<R> {
    const outcome = await tables.write(work);
    if (outcome.kind === 'no-space') throw new NoSpaceLeft('no space to write a language');
    announce();
    return outcome.value;
  }

  return {
    listPacks: () => tables.read((transaction) => transaction.all('languagePacks')),
    putPack: (pack) =>
      write(async (transaction) => {
        const there = await transaction.get('languagePacks', pack.language);
        if (there !== undefined && there.version > pack.version) return;
        await transaction.put('languagePacks', { ...pack, receivedAt: now().toISOString() });
      }),

    listSounds: async () =>
      (await tables.read((transaction) => transaction.all('sounds'))).map(({ digest }) => digest),
    findSound: (digest) => tables.read((transaction) => transaction.get('sounds', digest)),
    putSounds: (sounds) =>
      write(async (transaction) => {
        for (const sound of sounds) await transaction.put('sounds', sound);
      }),
    forgetSounds: (named) =>
      write(async (transaction) => {
        const made = await transaction.all('contributions');
        const own = new Set(made.flatMap((one) => (one.kind === 'voice' ? [one.digest] : [])));
        const gone = (await transaction.all('sounds')).filter(
          ({ digest }) => !named.has(digest) && !own.has(digest),
        );
        for (const { digest } of gone) await transaction.delete('sounds', digest);
        return gone.length;
      }),

    listContributions: async () =>
      [...(await tables.read((transaction) => transaction.all('contributions')))].sort((a, b) =>
        a.id < b.id ? -1 : 1,
      ),
    contribute: (made, sound) =>
      write(async (transaction) => {
        if ((await transaction.get('contributions', made.id)) !== undefined) return;
        if (sound !== undefined) await transaction.put('sounds', sound);
        await transaction.put('contributions', made);
      }),
    settle: ({ kept, refused }) =>
      write(async (transaction) => {
        for (const id of kept) {
          const row = await transaction.get('contributions', id);
          if (row === undefined) continue;
          const { why: _, ...made } = row;
          await transaction.put('contributions', { ...made, state: 'kept' });
        }
        for (const { id, why } of refused) {
          const row = await transaction.get('contributions', id);
          if (row?.state === 'waiting')
            await transaction.put('contributions', { ...row, state: 'refused', why });
        }
      }),
    takeBack: (id) =>
      write(async (transaction) => {
        const row = await transaction.get('contributions', id);
        if (row === undefined || row.state === 'kept') return;
        await transaction.delete('contributions', id);
        if (row.kind !== 'voice') return;
        const others = (await transaction.all('contributions')).some(
          (one) => one.kind === 'voice' && one.digest === row.digest,
        );
        if (!others) await transaction.delete('sounds', row.digest);
      }),

    async putContributor(vault, id, words) {
      const sealed = await vault.seal(new TextEncoder().encode(words), contextOf(id));
      await write((transaction) => transaction.put('contributors', { id, staffId: vault.staffId, sealed }));
    },
    async listContributors(vault) {
      const rows = await tables.read((transaction) => transaction.all('contributors'));
      const opened: { readonly id: string; readonly words: string }[] = [];
      for (const { id, staffId, sealed } of rows) {
        const bytes = staffId === vault.staffId ? await vault.open(sealed, contextOf(id)) : undefined;
        if (bytes !== undefined) opened.push({ id, words: new TextDecoder().decode(bytes) });
      }
      return opened;
    },
  };
}

/** A row moved under another id does not open. */
function contextOf(id: string): string {
  return `contributor/${id}`;
}
