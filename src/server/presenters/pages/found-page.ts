import { LOOK_UP_CODE } from '../../../contract/look-up-address.ts';
import { civilDateTime } from '../../../domain/calendar/civil-date.ts';
import { isDoubted } from '../../../domain/calendar/due-date.ts';
import { statusFacts } from '../../../domain/dossier/status.ts';
import type { KnownVersion } from '../../procedures.ts';
import type { PublicAccountRow, PublicDossierRow, PublicVoiceRow } from '../../storage/rows.ts';
import type { Texts } from '../../texts.ts';
import { presentCommune } from '../commune.ts';
import { publicAddress, SOUND_PATH } from './addresses.ts';
import { type Fragment, html } from './html.ts';
import { layOut } from './layout.ts';
import { presentMissing } from './missing-things.ts';
import { sayDay, sayDong } from './say-facts.ts';
import { procedureWordsOf, type Words, wordsOf } from './words.ts';

interface Asked {
  readonly language: string;
  readonly texts: Texts;
  readonly voices: readonly PublicVoiceRow[];
}

/** How far a dossier has come, in plain words: what it means, what to do, when and where. Names nobody. */
export function presentDossierPage(
  dossier: PublicDossierRow,
  asked: Asked & { readonly procedure: KnownVersion | undefined; readonly today: string },
): string {
  const { procedure, texts, language } = asked;
  const words = wordsOf(texts, language);
  const say = (key: string) => words.citizen(`found.${key}`);
  const name = procedureWordsOf(texts, language, procedure?.texts ?? {})('name') ?? dossier.procedureId;
  const isSent = dossier.status === 'supplement-requested' && dossier.supplement === 'sent';
  const { lastWord } = dossier;
  const isPayment = dossier.status === 'payment-requested' && lastWord?.kind === 'request-payment';
  const hasReason = ['refused', 'stopped', 'withdrawn'].includes(dossier.status);
  return layOut(
    {
      title: say('title'),
      words,
      texts,
      at: (tag) => publicAddress('look-up', tag),
    },
    html`<h1>${name}</h1>
${presentState(`dossier.${isSent ? 'supplement-sent' : dossier.status}`, words, asked.voices)}
<dl>
${hasReason && lastWord !== null && 'reason' in lastWord ? html`<dt>${say('reason')}</dt><dd lang="vi">${lastWord.reason}</dd>` : undefined}
${isSent || dossier.request === null ? undefined : presentMissing(dossier.request, procedure, words, texts)}
${
  isPayment
    ? html`<dt>${say('pay')}</dt><dd><b>${sayDong(lastWord.amount, words)}</b></dd>
<dt>${say('payFor')}</dt><dd lang="vi">${lastWord.forWhat}</dd>`
    : undefined
}
${presentDue(dossier, asked.today, words)}
<dt>${say('where')}</dt><dd>${words.citizen('found.whereIs', { commune: presentCommune(dossier.commune).name })}</dd>
<dt>${say('status')}</dt><dd>${words.citizen(`statusName.${dossier.status}`)}</dd>
${dossier.officialCode === null ? undefined : html`<dt>${say('code')}</dt><dd>${dossier.officialCode}</dd>`}
<dt>${say('reference')}</dt><dd>${dossier.provisionalReference}</dd>
<dt>${say('received')}</dt><dd>${sayMoment(dossier.receivedAt)}</dd>
${dossier.acceptedAt === null ? undefined : html`<dt>${say('accepted')}</dt><dd>${sayMoment(dossier.acceptedAt)}</dd>`}
</dl>
${presentAgain(words)}`,
  );
}

/** Where an account stands. */
export function presentAccountPage(account: PublicAccountRow, asked: Asked): string {
  const words = wordsOf(asked.texts, asked.language);
  const say = (key: string) => words.citizen(`found.${key}`);
  const activate = `${publicAddress('activate', words.language)}`;
  const code = `${activate.includes('?') ? '&' : '?'}${LOOK_UP_CODE}=${account.provisionalReference}`;
  return layOut(
    { title: say('account'), words, texts: asked.texts, at: (tag) => publicAddress('look-up', tag) },
    html`<h1>${say('account')}</h1>
${presentState(`account.${account.state}`, words, asked.voices)}
${account.state === 'pending' ? html`<p><a class="button" href="${activate}${code}">${words.citizen('activate.title')}</a></p>` : undefined}
<dl>
<dt>${say('where')}</dt><dd>${words.citizen('found.whereIs', { commune: presentCommune(account.commune).name })}</dd>
<dt>${say('reference')}</dt><dd>${account.provisionalReference}</dd>
<dt>${say('received')}</dt><dd>${sayMoment(account.receivedAt)}</dd>
</dl>
${presentAgain(words)}`,
  );
}

/** What the state means and what to do, and the voices that say it; where no pack has it, nothing is offered. */
function presentState(key: string, words: Words, voices: readonly PublicVoiceRow[]): Fragment {
  return html`<div class="state">
${(['now', 'next'] as const).map(
  (part) => html`<h2>${words.citizen(`found.${part}`)}</h2>
<p>${words.status(`${key}.${part}`)}</p>
${voices
  .filter(({ phrase }) => phrase === `status:${key}.${part}`)
  .map((voice) => presentVoice(voice, words))}`,
)}
</div>`;
}

function presentVoice(voice: PublicVoiceRow, words: Words): Fragment {
  const label = words.citizen('listen', { language: voice.languageName });
  return html`<p class="voice">${label}<br>
<audio controls preload="none" aria-label="${label}" src="${SOUND_PATH}/${voice.digest}"></audio>
${voice.isChecked ? undefined : html`<br><span class="need">${words.citizen('listenDraft')}</span>`}</p>`;
}

/** The day of the result: none before acceptance or without a limit, and none that holds while the citizen is asked for something. */
function presentDue(
  { status, dueAt, dueReason, endedAt }: PublicDossierRow,
  today: string,
  words: Words,
): Fragment {
  const say = (key: string) => words.citizen(`found.${key}`);
  if (status === 'registered') return html`<dt>${say('due')}</dt><dd>${say('noDue')}</dd>`;
  if (statusFacts[status].final || endedAt !== null) return undefined;
  // Where no limit is known no day is set: better said than looked for in vain.
  if (dueAt === null)
    return statusFacts[status].clockRuns ? html`<dt>${say('due')}</dt><dd>${say('noDay')}</dd>` : undefined;
  const day = civilDateTime(dueAt.toISOString()).date;
  const isPaused = !statusFacts[status].clockRuns;
  const isOver = day < today;
  return html`<dt>${say('due')}</dt><dd><b>${sayDay(day)}</b>${
    isPaused ? html`<br>${say('paused')}` : isOver ? html`<br><mark>${say('overdue')}</mark>` : undefined
  }${!isPaused && !isOver && isDoubted(dueReason) ? html`<br>${say('provisional')}` : undefined}</dd>`;
}

function presentAgain(words: Words): Fragment {
  return html`<p class="back"><a href="${publicAddress('look-up', words.language)}">${words.citizen('lookUp.again')}</a></p>`;
}

function sayMoment(at: Date): string {
  const { date, time } = civilDateTime(at.toISOString());
  return `${time} ${sayDay(date)}`;
}
