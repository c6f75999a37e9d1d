import { ProcedurePackage } from '../contract/procedure-package.ts';
import type { ProcedureDefinition } from '../domain/procedure/definition.ts';
import { parseDefinition } from '../domain/procedure/run.ts';
import { findProcedure, procedures as shippedProcedures } from '../procedures/catalogue.ts';
import { statesOn, type VersionFacts } from './procedure-states.ts';
import type { DbOrTrx } from './storage/connection.ts';
import {
  findPackageText,
  findProcedureVersion,
  listProcedureVersions,
} from './storage/procedure-versions.ts';
import type { ProcedureVersionRow } from './storage/rows.ts';
import { type Texts, textsOfShipped } from './texts.ts';

/** One version, shipped or uploaded, with everything that is known of it. */
export interface KnownVersion extends VersionFacts {
  readonly definition: ProcedureDefinition;
  /** Its own sentences by language. */
  readonly texts: ProcedurePackage['texts'];
  /** Of an uploaded package; null for a shipped one. */
  readonly digest: string | null;
  /** What administrators did to it; null for a shipped one that nobody touched. */
  readonly row: ProcedureVersionRow | null;
}

/**
 * The procedures of this office: those that ship with the program and those that were uploaded. Nothing of what can change
 * is remembered, because several servers may share one database; what is remembered are packages by their digest.
 */
export interface Procedures {
  /** Any version that a tablet may have begun something with, the withdrawn ones too; never a draft. */
  find(db: DbOrTrx, id: string, version: number): Promise<ProcedureDefinition | undefined>;
  /** Whether an administrator said that nothing new begins with it. */
  isWithdrawn(db: DbOrTrx, id: string, version: number): Promise<boolean>;
  /** What new interviews begin with on that day; undefined where nothing does. */
  current(db: DbOrTrx, id: string, today: string): Promise<KnownVersion | undefined>;
  /** Every version there is, drafts too, by procedure and version. */
  list(db: DbOrTrx): Promise<readonly KnownVersion[]>;
}

interface Readable {
  readonly definition: ProcedureDefinition;
  readonly texts: ProcedurePackage['texts'];
}

/** `onUnreadable` hears of a package that this program does not understand: a newer one on the same database wrote it. */
export function createProcedures(
  texts: Texts,
  onUnreadable: (row: Pick<ProcedureVersionRow, 'id' | 'version'>) => void,
): Procedures {
  const read = new Map<string, Readable>();

  /** An uploaded version as this program understands it. */
  async function readUploaded(db: DbOrTrx, row: ProcedureVersionRow): Promise<Readable | undefined> {
    const known = row.digest === null ? undefined : read.get(row.digest);
    if (known !== undefined || row.digest === null) return known;
    const text = await findPackageText(db, row.id, row.version);
    const readable = text === undefined ? undefined : readPackage(text);
    if (readable === undefined) onUnreadable(row);
    else read.set(row.digest, readable);
    return readable;
  }

  async function list(db: DbOrTrx): Promise<readonly KnownVersion[]> {
    const rows = await listProcedureVersions(db);
    const known: KnownVersion[] = shippedProcedures.map((definition) => {
      const row = rows.find(({ id, version }) => id === definition.id && version === definition.version);
      // What ships with the program stands before an upload of the same number: tablets read it so too.
      const isWithdrawn = row?.state === 'withdrawn' && row.digest === null;
      return {
        ...factsOf(definition),
        stored: isWithdrawn ? 'withdrawn' : 'shipped',
        from: null,
        definition,
        texts: textsOfShipped(texts, definition.id),
        digest: null,
        row: isWithdrawn ? row : null,
      };
    });
    for (const row of rows) {
      if (row.digest === null || findProcedure(row.id, row.version) !== undefined) continue;
      const readable = await readUploaded(db, row);
      if (readable === undefined) continue;
      const { state: stored, from, digest } = row;
      known.push({ ...factsOf(readable.definition), ...readable, stored, from, digest, row });
    }
    return known.sort((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1));
  }

  return {
    list,
    async find(db, id, version) {
      const shipped = findProcedure(id, version);
      if (shipped !== undefined) return shipped;
      const row = await findProcedureVersion(db, id, version);
      if (row === undefined || row.state === 'draft') return undefined;
      return (await readUploaded(db, row))?.definition;
    },
    async isWithdrawn(db, id, version) {
      const row = await findProcedureVersion(db, id, version);
      const isUpload = row?.digest !== null;
      return row?.state === 'withdrawn' && isUpload === (findProcedure(id, version) === undefined);
    },
    async current(db, id, today) {
      const versions = (await list(db)).filter((one) => one.id === id);
      return versions[statesOn(versions, today).indexOf('current')];
    },
  };
}

/** Undefined where it is not what this program calls a package. */
export function readPackage(text: string): Readable | undefined {
  const content = ProcedurePackage.safeParse(JSON.parse(text));
  if (!content.success) return undefined;
  const parsed = parseDefinition(content.data.definition);
  return parsed.kind === 'ok' ? { definition: parsed.definition, texts: content.data.texts } : undefined;
}

function factsOf({ id, version, validFrom, validTo }: ProcedureDefinition) {
  return { id, version, validFrom, validTo };
}
