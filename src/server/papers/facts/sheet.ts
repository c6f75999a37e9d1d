/*
 * What a paper says, before anybody draws it: the pure half. Every sentence is ready; what nobody knows is null and
 * becomes dots for a pen.
 */

/** A label and what stands behind it: dots for a pen where it is null, nothing where it is empty. */
export interface Line {
  readonly kind: 'line';
  readonly label: string;
  readonly value: string | null;
  readonly isStrong?: boolean;
  /** Number of a numbered line. */
  readonly number?: number;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly style?: 'strong' | 'slanted';
}

/** Lines below a numbered line. */
export interface SubList {
  readonly kind: 'list';
  readonly items: readonly string[];
}

export interface Table {
  readonly kind: 'table';
  /** Widths as parts of the whole. */
  readonly columns: readonly { readonly head: string; readonly part: number; readonly centred?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

export type Block = Line | Paragraph | SubList | Table;

/** A place to sign; `by` is the name of whoever signs where it is known. */
export interface Signer {
  readonly role: string;
  readonly hint: string;
  readonly by: string | null;
}

/** One page's worth of an official paper; a longer one runs over. */
export interface Sheet {
  /** Lines of the head on the left: the authority, and under it the unit in bold. */
  readonly authority: string;
  readonly unit: string;
  /** Lines of the head on the right: the dossier's code, the paper's number, which copy it is. */
  readonly marks: readonly string[];
  /** Place and day; null on a paper without a day of its own. */
  readonly placeAndDay: string | null;
  readonly title: string;
  /** Which form it follows, by title and circular: its number alone would name another form of the older circular. */
  readonly form: string;
  /** Said in a box where fields or layout were not seen in the circular. */
  readonly unconfirmed: string | null;
  readonly blocks: readonly Block[];
  readonly signers: readonly Signer[];
  /** Text of the QR code and what stands below it. */
  readonly qr: { readonly text: string; readonly below: string } | null;
}

/** What a PDF says of itself, and what stands at the foot of each page. */
export interface PaperText {
  readonly title: string;
  readonly language: string;
  readonly foot: readonly string[];
  /** `{{page}}` and `{{pages}}` are filled in. */
  readonly pageOf: string;
  readonly sheets: readonly Sheet[];
}
