import * as z from 'zod';
import type { Answers } from '../../../../../domain/procedure/contract/answers.ts';
import { attachmentsIn, withAttachments } from '../../../../../domain/procedure/contract/attachments.ts';
import type { Draft, ListEntry } from '../../../../storage/model.ts';
import { DraftSchema, IndexPageSchema } from '../../../../storage/record-schemas.ts';

/** What a backup holds: the draft, and the line that lists show for it. */
export interface DraftContent {
  readonly draft: Draft;
  readonly entry: ListEntry;
}

const Content = z.object({ draft: DraftSchema, entry: IndexPageSchema.transform(([entry]) => entry) });

/** As text. Throws for a draft that would not be read again: a bug. */
export function packDraft({ draft, entry }: DraftContent): string {
  const text = JSON.stringify({ draft, entry: [entry] });
  if (unpackDraft(text) === undefined) throw new Error('a draft that does not match its schema');
  return text;
}

/** Reads the text again, also that of an older build; undefined where it is no draft. */
export function unpackDraft(text: string): DraftContent | undefined {
  const read = Content.safeParse(parseJson(text));
  if (!read.success || read.data.entry === undefined) return undefined;
  const { draft, entry } = read.data;
  return entry.id === draft.id && entry.state === 'draft' ? { draft, entry } : undefined;
}

/**
 * The same draft without photos that are not on this tablet: they were not kept. An answer that named only such photos
 * goes too, so that the question is asked again. `lost` counts photos and signatures.
 */
export function withoutPhotos(
  draft: Draft,
  isHere: (attachmentId: string) => boolean,
): { readonly draft: Draft; readonly lost: number } {
  const attachments = draft.attachments.filter(({ id }) => isHere(id));
  const lost = draft.attachments.length - attachments.length;
  if (lost === 0) return { draft, lost };
  const atOffice = new Set(Object.values(draft.supplements?.filed ?? {}).flatMap(attachmentsIn));
  const isKept = (id: string) => isHere(id) || atOffice.has(id);
  const answers = answersWith(draft.answers, isKept);
  const left = draft.left?.map(({ version, aside }) => ({ version, aside: answersWith(aside, isKept) }));
  return { draft: { ...draft, attachments, answers, ...(left && { left }) }, lost };
}

/** Without attachments that are not here, and without the answers that were nothing else. */
function answersWith(all: Answers, isHere: (attachmentId: string) => boolean): Answers {
  const answers: Answers = {};
  for (const [question, value] of Object.entries(all)) {
    const before = attachmentsIn(value);
    const wasOnlyPhotos = before.length > 0 && !before.some(isHere);
    const left = withAttachments(value, (id) => (isHere(id) ? id : undefined));
    if (left !== undefined && !wasOnlyPhotos) answers[question] = left;
  }
  return answers;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
