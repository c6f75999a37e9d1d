import { strFromU8, unzipSync } from 'fflate';
import { LIMITS, type WorkbookFault } from './workbook.ts';

export type Unpacked =
  | { readonly kind: 'unpacked'; readonly files: ReadonlyMap<string, string> }
  | { readonly kind: 'refused'; readonly fault: WorkbookFault };

/**
 * The XML files inside a workbook. Sizes are judged by the archive's own directory before anything is unpacked; a file
 * that unpacks to another size than its directory says is broken, so that no archive can grow beyond the bound.
 */
export function unpack(bytes: Uint8Array): Unpacked {
  if (bytes.length > LIMITS.file) return refused({ kind: 'file-too-large', most: LIMITS.file });
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused({ kind: 'old-workbook' });
  if (!startsWith(bytes, [0x50, 0x4b])) return refused({ kind: 'not-a-workbook' });
  const sizes = new Map<string, number>();
  let [entries, total]: [number, number] = [0, 0];
  let over: WorkbookFault | undefined;
  // Only an exception ends the walk: a directory may claim to have billions of entries.
  const stop = (fault: WorkbookFault): never => {
    over = fault;
    throw new Error(fault.kind);
  };
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        if (++entries > LIMITS.files) stop({ kind: 'too-many-files', most: LIMITS.files });
        if (!/\.xml(\.rels)?$/.test(name)) return false;
        // A file named twice would be judged by one size and read with another.
        if (sizes.has(name)) stop({ kind: 'broken-file' });
        sizes.set(name, originalSize);
        total += Math.max(originalSize, size);
        if (!(total <= LIMITS.unpacked)) stop({ kind: 'unpacks-too-large', most: LIMITS.unpacked });
        return true;
      },
    });
    const found = Object.entries(files);
    if (found.some(([name, content]) => content.length !== sizes.get(name)))
      return refused({ kind: 'broken-file' });
    return { kind: 'unpacked', files: new Map(found.map(([name, content]) => [name, strFromU8(content)])) };
  } catch {
    return refused(over ?? { kind: 'broken-file' });
  }
}

function refused(fault: WorkbookFault): Unpacked {
  return { kind: 'refused', fault };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
