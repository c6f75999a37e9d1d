import { useCallback, useEffect, useRef, useState } from 'react';
import { sealAttachment } from '../../../../../contract/envelope/attachment.ts';
import type { SealedAttachment } from '../../../../../contract/up/submission.ts';
import type { ReportSubject, UnsentFile, UnsentReport } from '../../../../storage/field-work.ts';
import { useServices, useSession, useStorageVersion } from '../../common/services.ts';

/** Beside what is typed: a file that was made, or one that is taken away. */
type FileChange =
  | { readonly made: UnsentFile; readonly ciphertext: Uint8Array<ArrayBuffer> }
  | { readonly removed: string };

/** A pause in typing after which what stands there is on the disk. */
const PAUSE = 400;

export interface Unsent {
  /** Undefined until it was read from the disk. */
  readonly report: UnsentReport | undefined;
  /** `empty`: nothing was typed or added yet. */
  readonly save: 'empty' | 'saved' | 'saving' | 'no-space';
  readonly change: (part: Partial<Pick<UnsentReport, 'text' | 'outcome'>>) => void;
  readonly addFile: (file: {
    readonly document: 'photo' | 'voice';
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly mediaType: SealedAttachment['mediaType'];
  }) => Promise<void>;
  readonly removeFile: (id: string) => Promise<void>;
  /** Resolves with what is on the disk once everything typed is; undefined where there is no space for it. */
  readonly flush: () => Promise<UnsentReport | undefined>;
  /** The report of this id went to the office: what is written from now on is another one. */
  readonly beginAnew: (sent: string) => void;
}

/**
 * A report while it is being written: on the disk after each pause, with the screen's end and with the lock, files the moment
 * they were made. `key` names what it is about.
 */
export function useUnsent(key: string, of: ReportSubject): Unsent {
  const { storage, newId, session } = useServices();
  const { vault } = useSession();
  const version = useStorageVersion();
  const [report, setReport] = useState<UnsentReport>();
  const [save, setSave] = useState<Unsent['save']>('empty');
  const current = useRef<UnsentReport>(undefined);
  const dirty = useRef(false);
  const turn = useRef<Promise<boolean>>(Promise.resolve(true));
  const subject = useRef(of);

  const replace = useCallback((next: UnsentReport) => {
    current.current = next;
    setReport(next);
  }, []);

  const write = useCallback(
    (file?: FileChange) => {
      turn.current = turn.current.then(async (before) => {
        const now = current.current;
        if (now === undefined || (!dirty.current && file === undefined)) return before;
        dirty.current = false;
        const made = file !== undefined && 'made' in file ? file : undefined;
        const added = made && { added: { id: made.made.id, ciphertext: made.ciphertext } };
        const removed = file !== undefined && 'removed' in file ? file : undefined;
        const changed = (report: UnsentReport) => ({
          ...report,
          files: [
            ...report.files.filter(({ id }) => id !== removed?.removed),
            ...(made === undefined ? [] : [made.made]),
          ],
        });
        const store = await storage.fieldWork();
        let { kind } = await store.saveUnsent(vault, subject.current, changed(now), added ?? removed);
        if (kind === 'gone') {
          // Sent from another tab, and its files with it: what was typed or made since then is said apart.
          const apart = { ...(current.current ?? now), id: newId(), files: [] };
          replace(apart);
          ({ kind } = await store.saveUnsent(vault, subject.current, changed(apart), added));
        }
        if (kind !== 'saved') dirty.current = true;
        // Read back from the disk where it is shown: not named before it is there.
        else if (file !== undefined) replace(changed(current.current ?? now));
        // What was typed while this was written is not on the disk yet.
        setSave(kind !== 'saved' ? 'no-space' : dirty.current ? 'saving' : 'saved');
        return kind === 'saved';
      });
      return turn.current;
    },
    [storage, vault, newId, replace],
  );
  const flush = useCallback(async () => ((await write()) ? current.current : undefined), [write]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` names what the report is about
  useEffect(() => {
    let isHere = true;
    subject.current = of;
    void storage
      .fieldWork()
      .then((store) => store.findUnsent(vault, of))
      .then((found) => {
        if (!isHere) return;
        current.current = found ?? nothingYet(newId());
        setReport(current.current);
        if (found !== undefined) setSave('saved');
      });
    const forgetLock = session.beforeLock(flush);
    return () => {
      isHere = false;
      forgetLock();
      void flush();
    };
  }, [key, storage, vault, session, flush]);

  // What was said or typed on this screen a moment ago may reach the disk only after it was opened again; so may another tab's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again with each change of the storage
  useEffect(() => {
    turn.current = turn.current.then(async (before) => {
      if (current.current === undefined || dirty.current) return before;
      const found = await (await storage.fieldWork()).findUnsent(vault, subject.current);
      const now = current.current;
      if (found === undefined || dirty.current || JSON.stringify(found) === JSON.stringify(now))
        return before;
      replace(found);
      setSave('saved');
      return true;
    });
  }, [version, storage, vault, replace]);

  useEffect(() => {
    if (save !== 'saving' || report === undefined) return;
    const timer = setTimeout(() => void flush(), PAUSE);
    return () => clearTimeout(timer);
  }, [save, report, flush]);

  return {
    report,
    save,
    flush,
    beginAnew(sent) {
      // Another one where something was made meanwhile: that stands apart already.
      if (current.current?.id !== sent) return;
      dirty.current = false;
      replace(nothingYet(newId()));
      setSave('empty');
    },
    change(part) {
      if (current.current === undefined) return;
      dirty.current = true;
      setSave('saving');
      replace({ ...current.current, ...part });
    },
    async addFile({ document, bytes, mediaType }) {
      const id = newId();
      const { ciphertext, ...named } = await sealAttachment(bytes, id);
      const size = { size: bytes.length, ciphertextSize: ciphertext.length };
      await write({ made: { id, document, ...named, mediaType, ...size }, ciphertext });
    },
    async removeFile(id) {
      if (current.current === undefined) return;
      replace({ ...current.current, files: current.current.files.filter((one) => one.id !== id) });
      await write({ removed: id });
    },
  };
}

function nothingYet(id: string): UnsentReport {
  return { id, text: '', outcome: null, files: [] };
}
