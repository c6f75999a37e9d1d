/*
 * Probabilities (of 4096) and their logarithms of odds (256 to one e-fold, from -2047 to 2047), as tables of whole
 * numbers: `Math.exp` may differ by a bit between engines, and then one of them could not read what the other wrote.
 */

/** 4096 / (1 + e^-x) for x from -8 to 8 in steps of a half, rounded; straight lines in between. */
const POINTS = [
  1, 2, 4, 6, 10, 17, 27, 45, 74, 120, 194, 311, 488, 747, 1102, 1546, 2048, 2550, 2994, 3349, 3608, 3785,
  3902, 3976, 4022, 4051, 4069, 4079, 4086, 4090, 4092, 4094, 4095,
];

/** Probability by odds + 2048. */
export const SQUASH = Int32Array.from({ length: 4096 }, (_, at) => {
  const from = POINTS[at >> 7] ?? 0;
  const to = POINTS[(at >> 7) + 1] ?? 0;
  return from + (((to - from) * (at & 127) + 64) >> 7);
});

/** Odds by probability: the least that reach it. */
export const STRETCH = Int32Array.from({ length: 4096 }, (_, probability) => {
  const at = SQUASH.findIndex((reached) => reached >= probability);
  return (at < 0 ? 4095 : at) - 2048;
});
