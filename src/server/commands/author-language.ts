import type { AuthorLanguage } from '../../authoring/sentences.ts';

/** What authors are spoken to in, where the screen has this language. */
export function authorLanguage(screen: string): AuthorLanguage {
  return screen === 'en' ? 'en' : 'vi';
}
