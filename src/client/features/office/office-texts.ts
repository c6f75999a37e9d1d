/**
 * Every file of texts that the console's rooms speak from. All are fetched when it opens: a room that waited for its own would
 * take the focus away, and one that is first opened while the office is out of reach would have no words.
 */
export const OFFICE_TEXTS = [
  'office',
  'office-accounts',
  'office-acts',
  'office-languages',
  'office-papers',
  'office-problems',
  'office-queue',
  'office-supplements',
  'office-visits',
  'answers',
  'problems',
] as const;
