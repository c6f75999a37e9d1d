/** What each address of the field app is helped with: a pattern as the routes write it, and its key in `help.json`. */
export const helpTopics = {
  '/': 'home',
  '/lock': 'lock',
  '/enrol': 'enrol',
  '/settings': 'settings',
  '/settings/kiosk': 'kiosk',
  '/courier/:room?': 'courier',
  '/begin/procedure/:id': 'prepare',
  '/begin/:event?': 'begin',
  '/interview/:draftId': 'interview',
  '/interview/:draftId/version/:version': 'version',
  '/summary/:id': 'summary',
  '/attention/:id': 'attention',
  '/work/:kind?/:id?': 'work',
  '/drafts': 'drafts',
  '/paper/:sheet/:id': 'paper',
  '/slip/:id': 'slip',
  '/workshop/:language?/:room?': 'workshop',
  '/practice': 'practice',
  '/practice/settings': 'practice',
  '/words': 'practice',
  '/certificate': 'practice',
} as const satisfies Readonly<Record<string, string>>;

export type HelpTopic = (typeof helpTopics)[keyof typeof helpTopics];

const byPattern: ReadonlyMap<string, HelpTopic> = new Map(Object.entries(helpTopics));

const PRACTICE = '/practice';

/** The topic of an address; below `/practice` that of the same screen outside. Home's where an address has none of its own. */
export function findHelpTopic(path: string): HelpTopic {
  const asked = partsOf(path);
  for (const [pattern, topic] of byPattern) if (fits(partsOf(pattern), asked)) return topic;
  return path.startsWith(`${PRACTICE}/`) ? findHelpTopic(path.slice(PRACTICE.length)) : helpTopics['/'];
}

function fits(pattern: readonly string[], asked: readonly string[]): boolean {
  const needed = pattern.filter((part) => !part.endsWith('?')).length;
  if (asked.length < needed || asked.length > pattern.length) return false;
  return asked.every((part, i) => pattern[i]?.startsWith(':') === true || pattern[i] === part);
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}
