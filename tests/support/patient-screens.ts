/*
 * Tests of screens wait for what they look for as long as a busy machine needs; what never comes fails all the same. Only
 * where there is a document: most tests have none, and need no library for it.
 */
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/dom');
  configure({ asyncUtilTimeout: 15_000 });
}

export {};
