import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { utf8 } from '../../../../contract/bytes.ts';
import { sha256Base64url } from '../../../../contract/keys.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import type { Translate } from '../../../answers/format-answer.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import type { Draft } from '../../../storage/model.ts';
import { findReadable } from '../common/find-readable.ts';
import { useServices, useSession } from '../common/services.ts';
import type { OpenInterview } from './interview-context.ts';
import { useConsentText } from './useConsentText.ts';

/** The one press at the end: gives `finishDraft` what it needs, and wakes the sender when something was queued. */
export function useFinish({ store }: OpenInterview, definition: ProcedureDefinition, words: Translate) {
  const services = useServices();
  const { records, vault } = useSession();
  const language = useLanguage();
  const consentText = useConsentText(words);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<'no-space' | 'not-saved'>();

  /** What the person whose account this is said they speak. */
  const spokenIn = async (accountId: string | undefined): Promise<string | undefined> => {
    if (accountId === undefined) return undefined;
    const account = await findReadable(records.findSummary(accountId));
    return account.kind === 'found' ? account.value.submission.languages.spoken : undefined;
  };
  const run = async (draft: Draft): Promise<'finished' | 'not-ready' | 'failed'> => {
    const fail = (why: 'no-space' | 'not-saved') => {
      setFailure(why);
      return 'failed' as const;
    };
    // What is sealed must be what the disk has: a draft that could not be saved is not finished over the other's head.
    if (store.snapshot().save.kind !== 'saved') return fail('not-saved');
    setBusy(true);
    try {
      const device = await services.storage.findDevice();
      if (device === undefined) throw new Error('an interview on a tablet that is not enrolled');
      // Read back and signed in the language that the screen has now, whichever it was begun in.
      const spoken = (await spokenIn(draft.accountId)) ?? draft.languages.spoken;
      const read: Draft = { ...draft, languages: { reading: language, spoken } };
      // Only who finishes pays for what sealing has to read beforehand.
      const { finishDraft } = await import('./finish-draft.ts');
      const outcome = await finishDraft(read, definition, {
        records,
        vault,
        device,
        now: services.now,
        newId: uuidv7,
        randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
        hashText: (purpose) => sha256Base64url(utf8(consentText(purpose))),
        textVersion: words('consentTextVersion'),
      });
      switch (outcome.kind) {
        case 'queued':
        case 'already-finished':
          store.stop();
          services.sync.wake('finished');
          return 'finished';
        case 'not-ready':
          return 'not-ready';
        case 'no-space':
          return fail('no-space');
      }
    } finally {
      setBusy(false);
    }
  };
  return { run, isBusy, failure };
}
