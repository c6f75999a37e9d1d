import type { CourierHead } from '../../../../contract/courier/courier-head.ts';
import { COURIER_MEDIA_TYPE } from '../../../../contract/courier/courier-part.ts';
import { type PlannedSet, writePart } from '../../../../contract/courier/planned-set.ts';

/*
 * Files out of the browser. The share sheet of Chromium takes only types from its own list, and ours is not on it; plain
 * text is. Whoever reads the file looks at its first bytes and not at its name.
 */
const SHARED_ENDING = '.txt';
const SHARED_TYPE = 'text/plain';

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
