import type { CourierHead } from '../../../../contract/courier/courier-head.ts';
import { COURIER_FILE_ENDING, COURIER_MEDIA_TYPE } from '../../../../contract/courier/courier-part.ts';
import { type PlannedSet, writePart } from './write-parts.ts';

/*
 * Files out of the browser. The share sheet of Chromium takes only types from its own list, and ours is not on it; plain
 * text is. Whoever reads the file looks at its first bytes and not at its name.
 */
const SHARED_ENDING = '.txt';
const SHARED_TYPE = 'text/plain';
/** The browser has read the file by then. */
const FORGET_AFTER = 60_000;

/** Names set and part, so that several on one card are told apart; says nothing about anybody. */
export function fileNameOf(head: CourierHead, of: 'items' | 'receipts'): string {
  const day = head.writtenAt.slice(0, 10);
  const word = of === 'items' ? 've-ban' : 've-ban-bien-nhan';
  const part = head.parts === 1 ? '' : `-${head.part}-${head.parts}`;
  return `${word}-${day}-${head.setId.slice(-6)}${part}${COURIER_FILE_ENDING}`;
}

export async function makeFile(
  set: PlannedSet,
  head: CourierHead,
  name: string,
  way: 'save' | 'share',
): Promise<File> {
  const pieces = await writePart(set, head);
  return way === 'save'
    ? new File([...pieces], name, { type: COURIER_MEDIA_TYPE })
    : new File([...pieces], `${name}${SHARED_ENDING}`, { type: SHARED_TYPE });
}

export function canShareFiles(): boolean {
  const probe = new File([], `x${SHARED_ENDING}`, { type: SHARED_TYPE });
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [probe] });
}

export async function shareFile(file: File): Promise<'shared' | 'closed' | 'failed'> {
  try {
    await navigator.share({ files: [file] });
    return 'shared';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'closed' : 'failed';
  }
}

/** Into the folder where the browser puts downloads. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), FORGET_AFTER);
}
