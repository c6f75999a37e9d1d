import * as z from 'zod';
import { type NestedTexts, type Phrase, phrasesOf } from '../../../../domain/language/phrases.ts';
import { readPackage } from '../../../procedures/read-package.ts';
import type { Storage } from '../../../storage/storage.ts';

const NestedSchema: z.ZodType<NestedTexts> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), NestedSchema])),
);

const files = import.meta.glob<unknown>(
  [
    '../../../../../locales/vi/{begin,interview,answers,problems,status}.json',
    '../../../../../locales/vi/procedures/*.json',
  ],
  { import: 'default' },
);

/**
 * Every sentence that this tablet may say to a citizen, in Vietnamese: those that ship with the app, and of procedures that
 * the office published their newest version's.
 */
export async function loadPhrases(
  packages: Pick<Storage['packages'], 'list' | 'find'>,
): Promise<readonly Phrase[]> {
  const shipped = Object.entries(files).map(async ([path, load]) => {
    const name = path.replace(/^.*\/locales\/vi\//, '').replace(/\.json$/, '');
    return [name, NestedSchema.parse(await load())] as const;
  });
  return phrasesOf({ ...Object.fromEntries(await Promise.all(shipped)), ...(await readPublished(packages)) });
}

async function readPublished(
  packages: Pick<Storage['packages'], 'list' | 'find'>,
): Promise<Readonly<Record<string, NestedTexts>>> {
  const texts: Record<string, NestedTexts> = {};
  const inOrder = [...(await packages.list())].sort((a, b) => a.version - b.version);
  for (const { id, version } of inOrder) {
    const stored = await packages.find(id, version);
    const content = stored && (await readPackage(stored));
    if (content?.kind !== 'read') continue;
    const vietnamese = NestedSchema.safeParse(content.texts.vi);
    if (vietnamese.success) texts[`procedures/${id}`] = vietnamese.data;
  }
  return texts;
}
