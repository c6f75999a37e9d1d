import { setTimeout as sleep } from 'node:timers/promises';
import type { Fate } from './line.ts';
import { type Answer, deliverTo, type Letter } from './passage.ts';
import type { Chance } from './seeded.ts';

/*
 * What the line does to a request, and what strangers on it answer. Each gives `missed` where it could not do its
 * deed to this one (no body to flip a byte in, no earlier answer to replay), so that only real hits are counted.
 */

/** Letters and answers that went by, for what is delivered twice, late or out of order. */
export interface Memory {
  readonly letters: Letter[];
  readonly answers: Answer[];
}

const KEPT = 30;

/** Nothing of it reaches the office. */
export const cutBeforeFirstByte: Fate = async (passage) => {
  passage.cut();
  return 'done';
};

/** The office sees part of the head. */
export const cutInHead =
  (chance: Chance): Fate =>
  async (passage) => {
    const outcome = await passage.cutGoingUp((head) => chance.between(1, head - 1));
    passage.cut();
    return outcome;
  };

/** The office sees the head, and part of the body. */
export const cutInBody =
  (chance: Chance): Fate =>
  async (passage) => {
    if (passage.length === 0) return missed(passage);
    const outcome = await passage.cutGoingUp((head, body) => head + chance.between(0, body - 1));
    passage.cut();
    return outcome;
  };

/** The office sees all but the last byte. */
export const cutInLastByte: Fate = async (passage) => {
  if (passage.length === 0) return missed(passage);
  const outcome = await passage.cutGoingUp((head, body) => head + body - 1);
  passage.cut();
  return outcome;
};

/** One byte of the body is another when it arrives. */
export const corruptGoingUp =
  (chance: Chance): Fate =>
  async (passage) => {
    if (passage.length === 0) return missed(passage);
    const letter = await passage.letter();
    const answer = await passage.deliver({ ...letter, body: withOneByteOther(letter.body, chance) });
    await passage.give(answer);
    return 'done';
  };

/** One character of the request's own signature is another when it arrives. */
export const corruptSignatureGoingUp =
  (chance: Chance): Fate =>
  async (passage) => {
    const signature = passage.header('ve-ban-signature');
    if (signature === undefined) return missed(passage);
    const letter = await passage.letter();
    const headers = { ...letter.headers, 've-ban-signature': withOneLetterOther(signature, chance) };
    await passage.give(await passage.deliver({ ...letter, headers }));
    return 'done';
  };

/** Delivered, and when the office has answered, delivered once more. */
export const deliverTwice: Fate = async (passage) => {
  const letter = await passage.letter();
  const answer = await passage.deliver();
  await passage.deliver(letter);
  await passage.give(answer);
  return 'done';
};

/** Delivered twice at the same moment; the tablet hears whichever answer comes last. */
export const deliverTwiceAtOnce: Fate = async (passage) => {
  const letter = await passage.letter();
  const answers = await Promise.all([passage.deliver(), passage.deliver(letter)]);
  const [first, second] = answers;
  await passage.give(passage.isUpload && second.status < first.status ? second : first);
  return 'done';
};

/** An earlier request is delivered again behind this one. */
export const deliverOldAgain =
  (chance: Chance, memory: Memory): Fate =>
  async (passage) => {
    const letter = await passage.letter();
    const old = memory.letters.length === 0 ? undefined : chance.pick(memory.letters);
    remember(memory.letters, letter);
    const answer = await passage.deliver();
    if (old !== undefined) await passage.deliver(old);
    await passage.give(answer);
    return old === undefined ? 'missed' : 'done';
  };

/** The tablet's line breaks; the request itself comes to the office only after those that follow it. */
export const deliverOutOfOrder =
  (chance: Chance, officePort: number): Fate =>
  async (passage) => {
    const letter = await passage.letter();
    passage.cut();
    await sleep(chance.between(300, 900));
    await deliverTo(officePort, letter);
    return 'done';
  };

/** The office does all it is asked to do; nobody hears its answer. */
export const loseAnswer: Fate = async (passage) => {
  await passage.deliver();
  passage.cut();
  return 'done';
};

/** The line breaks at some byte of the answer. */
export const cutAnswer =
  (chance: Chance): Fate =>
  async (passage) => {
    const answer = await passage.deliver();
    if (answer.body.length === 0) {
      passage.cut();
      return 'done';
    }
    await passage.givePart(answer, chance.between(0, answer.body.length - 1));
    return 'done';
  };

/** A shortened answer that says it is whole. */
export const truncateAnswer =
  (chance: Chance): Fate =>
  async (passage) => {
    const answer = await passage.deliver();
    if (answer.body.length < 2) return await giveAsIs(passage, answer);
    const body = answer.body.subarray(0, chance.between(1, answer.body.length - 1));
    await passage.give({ ...answer, headers: lengthOf(answer, body), body });
    return 'done';
  };

/** One byte of the answer is another when the tablet reads it. */
export const corruptAnswer =
  (chance: Chance): Fate =>
  async (passage) => {
    const answer = await passage.deliver();
    if (answer.body.length === 0) return await giveAsIs(passage, answer);
    await passage.give({ ...answer, body: withOneByteOther(answer.body, chance) });
    return 'done';
  };

/** One character of the office's signature is another when the tablet reads it. */
export const corruptAnswerSignature =
  (chance: Chance): Fate =>
  async (passage) => {
    const answer = await passage.deliver();
    const signature = answer.headers['ve-ban-signature'];
    if (typeof signature !== 'string') return await giveAsIs(passage, answer);
    const headers = { ...answer.headers, 've-ban-signature': withOneLetterOther(signature, chance) };
    await passage.give({ ...answer, headers });
    return 'done';
  };

/** Instead of the answer comes the office's genuine answer to an earlier request. */
export const replayAnswer =
  (chance: Chance, memory: Memory): Fate =>
  async (passage) => {
    if (!passage.isSync) return missed(passage);
    const answer = await passage.deliver();
    const old = memory.answers.length === 0 ? undefined : chance.pick(memory.answers);
    remember(memory.answers, answer);
    await passage.give(old ?? answer);
    return old === undefined ? 'missed' : 'done';
  };

/** Nothing moves for a while, then the line breaks. The office has had the request or not. */
export const stall =
  (chance: Chance): Fate =>
  async (passage) => {
    if (chance.next() < 0.5) await passage.deliver();
    else await passage.letter();
    await sleep(chance.between(400, 1200));
    passage.cut();
    return 'done';
  };

/** All arrives, slowly. */
export const slow =
  (chance: Chance): Fate =>
  async (passage) => {
    await sleep(chance.between(100, 500));
    const answer = await passage.deliver();
    await passage.giveSlowly(answer, 6, chance.between(20, 90));
    return 'done';
  };

/** Something that is not the office answers. */
export const stranger =
  (status: number, headers: Readonly<Record<string, string>> = {}, body = PORTAL): Fate =>
  async (passage) => {
    await passage.letter();
    await passage.give({
      status,
      headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
      body: Buffer.from(passage.method === 'HEAD' ? '' : body),
    });
    return 'done';
  };

/** A stranger who answers in the office's own words, but cannot sign them. */
export const impostor =
  (status: number, kind: string, headers: Readonly<Record<string, string>> = {}): Fate =>
  async (passage) =>
    await stranger(
      status,
      { 'content-type': 'application/json', ...headers },
      JSON.stringify({ kind }),
    )(passage);

const PORTAL =
  '<!doctype html><html><head><title>Wi-Fi</title></head><body><h1>Wi-Fi login</h1><form><input name="room"></form></body></html>';

async function missed(passage: Parameters<Fate>[0]): Promise<'missed'> {
  await passage.pass();
  return 'missed';
}

async function giveAsIs(passage: Parameters<Fate>[0], answer: Answer): Promise<'missed'> {
  await passage.give(answer);
  return 'missed';
}

function remember<T>(kept: T[], one: T): void {
  kept.push(one);
  if (kept.length > KEPT) kept.shift();
}

function lengthOf(answer: Answer, body: Buffer): Answer['headers'] {
  return { ...answer.headers, 'content-length': String(body.length) };
}

function withOneByteOther(bytes: Buffer, chance: Chance): Buffer {
  const other = Buffer.from(bytes);
  const at = chance.between(0, other.length - 1);
  other.writeUInt8(other.readUInt8(at) ^ (1 << chance.between(0, 7)), at);
  return other;
}

function withOneLetterOther(text: string, chance: Chance): string {
  const at = chance.between(0, text.length - 2);
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}
