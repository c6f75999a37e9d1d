/**
 * Truth with a third value. `open` means that the answers do not decide yet: the question is unanswered, hidden, or
 * answered with "I don't know". Neither an open condition nor its opposite holds, so that nothing is shown, asked for
 * or forbidden because of an answer nobody gave.
 */
export type Truth = 'yes' | 'no' | 'open';

export function truthOf(fact: boolean): Truth {
  return fact ? 'yes' : 'no';
}

export function allOf(parts: readonly Truth[]): Truth {
  if (parts.includes('no')) return 'no';
  return parts.includes('open') ? 'open' : 'yes';
}

export function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes('yes')) return 'yes';
  return parts.includes('open') ? 'open' : 'no';
}

export function opposite(truth: Truth): Truth {
  if (truth === 'open') return 'open';
  return truth === 'yes' ? 'no' : 'yes';
}
