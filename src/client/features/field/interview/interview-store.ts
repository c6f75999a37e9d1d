import type { Answers, AnswerValue } from '../../../../domain/procedure/contract/answers.ts';
import type { Draft, DraftAttachment, ListEntry } from '../../../storage/model.ts';
import type { Records } from '../../../storage/storage.ts';
import { type AutosaveState, createAutosave } from './autosave.ts';

/*
 * One open interview: the draft as it stands on the screen, and the queue that writes it. Screens read the snapshot
 * and call the verbs; only this file knows that answers, photos, recordings and the place share one row and one queue.
 */

export interface InterviewSnapshot {
  readonly draft: Draft;
  readonly save: AutosaveState;
}

export interface NewFile {
  readonly document: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: DraftAttachment['mediaType'];
}

export type FileOutcome =
  | { readonly kind: 'added'; readonly id: string }
  | { readonly kind: 'no-space' }
  | { readonly kind: 'stale' };

export interface InterviewStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => InterviewSnapshot;
  /** Undefined takes the answer back. Saved after the pause. */
  readonly answer: (question: string, value: AnswerValue | undefined) => void;
  readonly answerAll: (answers: Answers) => void;
  /** Remembers the place and saves everything now: moving on is a moment of saving. */
  readonly moveTo: (at: Draft['at']) => Promise<void>;
  readonly linkAccount: (accountId: string | undefined) => void;
  /** Remembers that these records, alike as they are, are about other people. */
  readonly noteOthers: (ids: readonly string[]) => void;
  /** What this citizen reads and hears from now on. */
  readonly setLanguages: (languages: Draft['languages']) => void;
  /** Seals and stores a photo or a recording at once, and lets `name` write its id into the answer. */
  readonly addFile: (file: NewFile, name: (id: string, answers: Answers) => Answers) => Promise<FileOutcome>;
  readonly removeFile: (id: string, forget: (answers: Answers) => Answers) => Promise<void>;
  readonly flush: () => Promise<void>;
  readonly stop: () => void;
}

export interface InterviewStorePorts {
  readonly records: Pick<Records, 'saveDraft' | 'addAttachment' | 'removeAttachment'>;
  readonly describe: (draft: Draft) => ListEntry;
  readonly now: () => Date;
  readonly setTimer: (run: () => void, ms: number) => number;
  readonly clearTimer: (id: number) => void;
  readonly onCrash: (error: unknown) => void;
}

/** The pause in typing after which an answer is saved (I1). */
export const TYPING_PAUSE_MS = 800;

/** Opens the store over a draft that is on the disk already. */
export function createInterviewStore(opened: Draft, ports: InterviewStorePorts): InterviewStore {
  const listeners = new Set<() => void>();
  let snapshot: InterviewSnapshot = { draft: opened, save: { kind: 'saved', at: opened.updatedAt } };

  function tell(change: Partial<InterviewSnapshot>): void {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  const autosave = createAutosave<Draft>(opened, {
    async write(draft) {
      const outcome = await ports.records.saveDraft(draft, ports.describe(draft));
      return outcome.kind === 'saved'
        ? { outcome, stored: { ...draft, updatedAt: outcome.at } }
        : { outcome };
    },
    rebase: (stored, latest) => ({ ...latest, updatedAt: stored.updatedAt }),
    setTimer: ports.setTimer,
    clearTimer: ports.clearTimer,
    onState: (save) => tell({ save, draft: autosave.latest() }),
    onCrash: ports.onCrash,
    pauseMs: TYPING_PAUSE_MS,
  });

  function change(next: (draft: Draft) => Draft): void {
    const draft = next(autosave.latest());
    autosave.change(draft);
    tell({ draft });
  }

  /** The photos as stored, every answer of both; where another tab answered the same question, the one typed here. */
  const keepTyped = (stored: Draft, latest: Draft): Draft => ({
    ...latest,
    answers: { ...stored.answers, ...latest.answers },
    attachments: stored.attachments,
    updatedAt: stored.updatedAt,
  });

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    snapshot: () => snapshot,
    answer: (question, value) =>
      change((draft) => ({ ...draft, answers: withAnswer(draft.answers, question, value) })),
    answerAll: (answers) => change((draft) => ({ ...draft, answers: { ...draft.answers, ...answers } })),
    async moveTo(at) {
      change((draft) => ({ ...draft, at }));
      await autosave.flush();
    },
    linkAccount: (accountId) =>
      change(({ accountId: _before, ...draft }) =>
        accountId === undefined ? draft : { ...draft, accountId },
      ),
    noteOthers: (ids) => change((draft) => ({ ...draft, others: [...(draft.others ?? []), ...ids] })),
    setLanguages: (languages) => change((draft) => ({ ...draft, languages })),
    async addFile(file, name) {
      const outcome = await autosave.within<FileOutcome>(async (saved) => {
        const added = await ports.records.addAttachment(saved, ports.describe(saved), file);
        return added.kind === 'added'
          ? {
              stored: added.draft,
              at: added.draft.updatedAt,
              result: { kind: 'added', id: added.attachment.id },
            }
          : { result: added };
      }, keepTyped);
      if (outcome?.kind === 'added') {
        change((draft) => ({ ...draft, answers: name(outcome.id, draft.answers) }));
        await autosave.flush();
      }
      return outcome ?? { kind: 'stale' };
    },
    async removeFile(id, forget) {
      change((draft) => ({ ...draft, answers: forget(draft.answers) }));
      await autosave.within(async (saved) => {
        const stored = await ports.records.removeAttachment(saved, ports.describe(saved), id);
        return { stored, at: stored.updatedAt, result: undefined };
      }, keepTyped);
      tell({ draft: autosave.latest() });
    },
    async flush() {
      await autosave.flush();
    },
    stop: autosave.stop,
  };
}

/** Answers with one changed; taking an answer back leaves no empty trace of it. */
export function withAnswer(answers: Answers, question: string, value: AnswerValue | undefined): Answers {
  const { [question]: _before, ...others } = answers;
  return value === undefined ? others : { ...others, [question]: value };
}
