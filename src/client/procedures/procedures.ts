import type { ProcedureDefinition } from '../../domain/procedure/definition.ts';
import { civilDate } from '../i18n/formats.ts';
import type { ScreenLanguage } from '../i18n/languages.ts';
import { addProcedureTexts } from '../i18n/procedure-texts.ts';
import type { Storage } from '../storage/storage.ts';
import { type KnownOffer, listOffered, type OfferedProcedure } from './list-offered.ts';
import { readPackage } from './read-package.ts';
import { createRemembered } from './remembered.ts';
import { loadShipped } from './shipped.ts';
import { nameShipped, ProcedureName, shippedOffers } from './shipped-offers.ts';

export type FoundProcedure =
  | { readonly kind: 'found'; readonly definition: ProcedureDefinition }
  /** Neither in this build nor among what the office gave; or given, and spoilt since, and asked for again. */
  | { readonly kind: 'not-here' }
  /** Given by the office, in words that this app does not know yet: kept for one that does. */
  | { readonly kind: 'not-understood' };

/**
 * The procedures of this tablet: those of the build, read when they are needed, and those that the office published. What
 * is found has its texts in place. Asked again for the same, it gives the same promise until something has changed.
 */
export interface Procedures {
  find(id: string, version: number): Promise<FoundProcedure>;
  /** The version that an interview begins with today; undefined where none is offered or readable. */
  current(id: string): Promise<ProcedureDefinition | undefined>;
  offered(language: ScreenLanguage): Promise<readonly OfferedProcedure[]>;
  /** Called when what was asked for before has changed. Returns "stop listening". */
  subscribe(listener: () => void): () => void;
}

interface Ports {
  readonly storage: Pick<Storage, 'onChange'> & {
    readonly packages: Pick<Storage['packages'], 'list' | 'find' | 'markDamaged'>;
    readonly outbox: Pick<Storage['outbox'], 'listOfficeNews'>;
  };
  readonly now: () => Date;
  /** Looking again after a change failed: what was known stands. */
  readonly onBug: (error: unknown) => void;
}

export function createProcedures({ storage, now, onBug }: Ports): Procedures {
  const { packages, outbox } = storage;
  const definitions = createRemembered<FoundProcedure>();
  const lists = createRemembered<readonly OfferedProcedure[]>();
  /** What the lists were made from: they are made anew where it is no longer so. */
  let madeFrom = '';

  async function look(id: string, version: number): Promise<FoundProcedure> {
    const shipped = await loadShipped(id, version);
    if (shipped !== undefined) return { kind: 'found', definition: shipped };
    const stored = await packages.find(id, version);
    if (stored === undefined || stored.state === 'damaged') return { kind: 'not-here' };
    const content = await readPackage(stored);
    switch (content.kind) {
      case 'damaged':
        await packages.markDamaged(id, version);
        return { kind: 'not-here' };
      case 'not-understood':
        return { kind: 'not-understood' };
      case 'read':
        addProcedureTexts({ id, version }, content.texts);
        return { kind: 'found', definition: content.definition };
    }
  }

  const find = (id: string, version: number) => definitions.get(`${id}/${version}`, () => look(id, version));

  async function listKnown(language: ScreenLanguage): Promise<readonly KnownOffer[]> {
    const shipped = shippedOffers.map((offer) => ({ ...offer, ...nameShipped(offer.id, language) }));
    const published: KnownOffer[] = [];
    for (const { id, version } of await packages.list()) {
      const stored = await packages.find(id, version);
      const isShipped = shipped.some((one) => one.id === id && one.version === version);
      if (stored === undefined || isShipped) continue;
      const content = await readPackage(stored);
      if (content.kind !== 'read') continue;
      const { lifeEvents, reach, validFrom, validTo } = content.definition;
      published.push({
        ...{ id, version, lifeEvents, reach, validFrom, validTo },
        ...nameOf(content.texts, language, id),
      });
    }
    return [...shipped, ...published];
  }

  const today = () => civilDate(now());
  const offered = (language: ScreenLanguage) =>
    lists.get(language, async () =>
      listOffered(await listKnown(language), await outbox.listOfficeNews(), today()),
    );

  async function lookAgain(): Promise<void> {
    const catalogue = (await outbox.listOfficeNews()).find(({ kind }) => kind === 'catalogue');
    const here = await packages.list();
    const makes = JSON.stringify([
      catalogue?.cursor,
      here.map((one) => [one.id, one.version, one.state]),
      today(),
    ]);
    if (makes === madeFrom) return;
    await Promise.all([lists.renew(), definitions.renew(({ kind }) => kind !== 'found')]);
    madeFrom = makes;
  }

  storage.onChange(() => void lookAgain().catch(onBug));
  return {
    find,
    async current(id) {
      // Any language: what is offered does not depend on it.
      const one = (await offered('vi')).find((each) => each.id === id && each.state === 'offered');
      const found = one && (await find(id, one.version));
      return found?.kind === 'found' ? found.definition : undefined;
    },
    offered,
    subscribe(listener) {
      const stops = [definitions.subscribe(listener), lists.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** The name in the language of the screen, else in Vietnamese; a package without a name is shown by its id. */
function nameOf(texts: Readonly<Record<string, unknown>>, language: string, id: string): ProcedureName {
  for (const words of [texts[language], texts.vi]) {
    const name = ProcedureName.safeParse(words);
    if (name.success) return name.data;
  }
  return { name: id, purpose: '', keywords: '' };
}
