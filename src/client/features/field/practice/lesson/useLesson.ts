import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useServices, useSession, useStorageVersion } from '../../common/services.ts';
import { beginLesson, type Lesson, notice, type Sight } from './lesson.ts';

const UNSEEN: Lesson = { done: [], given: [], readBack: {} };

/** Follows the learner: looks at the practice ground whenever something was committed or another screen is open. */
export function useLesson(): { readonly lesson: Lesson; readonly knowsWords: () => void } {
  const { records } = useSession();
  const { changes } = useServices();
  const version = useStorageVersion();
  const [path] = useLocation();
  const [wordsKnown, setWordsKnown] = useState(false);
  const [lesson, setLesson] = useState<Lesson>();
  useEffect(() => {
    let wanted = true;
    const look = async (): Promise<Sight> => {
      const entries = records.listEntries();
      const drafts = entries.filter(({ state }) => state === 'draft').map(({ id }) => records.findDraft(id));
      const found = (await Promise.all(drafts)).filter((draft) => draft !== undefined);
      return { path, entries, drafts: found, wordsKnown };
    };
    look().then(
      (sight) => {
        // What was committed meanwhile is looked at by the next effect.
        if (wanted && changes.version() === version)
          setLesson((before) => (before === undefined ? beginLesson(sight) : notice(before, sight)));
      },
      (error: unknown) => {
        if (wanted) reportError(error);
      },
    );
    return () => {
      wanted = false;
    };
  }, [records, changes, version, path, wordsKnown]);
  return { lesson: lesson ?? UNSEEN, knowsWords: () => setWordsKnown(true) };
}
