import { utf8 } from '../../bytes.ts';

export interface Phrase {
  readonly text: string;
  readonly place: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** No phrase is shorter: they are looked up by their first characters. */
const HEAD_LENGTH = 3;

/** A list of texts that occur whole; each costs two symbols. */
export class Phrases {
  readonly #all: readonly Phrase[];
  readonly #byHead = new Map<string, Phrase[]>();

  constructor(texts: readonly string[]) {
    this.#all = texts.map((text, place) => ({ text, place, bytes: utf8(text) }));
    for (const phrase of this.#all) {
      const head = phrase.text.slice(0, HEAD_LENGTH);
      this.#byHead.set(head, [...(this.#byHead.get(head) ?? []), phrase]);
    }
    for (const alike of this.#byHead.values()) alike.sort((a, b) => b.text.length - a.text.length);
  }

  /** The longest phrase that stands at this place of a text. */
  findAt(text: string, at: number): Phrase | undefined {
    const alike = this.#byHead.get(text.slice(at, at + HEAD_LENGTH));
    return alike?.find((phrase) => text.startsWith(phrase.text, at));
  }

  find(place: number): Phrase | undefined {
    return this.#all[place];
  }
}
