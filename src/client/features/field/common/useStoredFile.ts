import { useEffect, useState } from 'react';
import type { DraftAttachment } from '../../../storage/model.ts';
import { useSession } from './services.ts';

export type StoredFile =
  | { readonly kind: 'reading' }
  /** An address of this page alone, given back when the screen goes. */
  | { readonly kind: 'read'; readonly url: string }
  /** Sent and let go. */
  | { readonly kind: 'gone' };

/** An attachment read back from the disk and opened: what is seen or heard is what was kept. */
export function useStoredFile(
  attachment: Pick<DraftAttachment, 'id' | 'key' | 'mediaType'> | undefined,
): StoredFile {
  const { records } = useSession();
  const [file, setFile] = useState<StoredFile>({ kind: 'reading' });
  const { id, key, mediaType } = attachment ?? {};
  useEffect(() => {
    if (id === undefined || key === undefined || mediaType === undefined) return;
    let made: string | undefined;
    let here = true;
    void records.readAttachment({ id, key }).then((bytes) => {
      if (!here) return;
      if (bytes === undefined) return setFile({ kind: 'gone' });
      made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
      setFile({ kind: 'read', url: made });
    });
    return () => {
      here = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [records, id, key, mediaType]);
  return file;
}
