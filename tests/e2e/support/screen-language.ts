import type { Page } from '@playwright/test';

/**
 * Lets the screen speak another language where it stands. The switch that people touch is not on every screen, and choosing
 * anew would cost the walk there; so the page's own texts are told, as that switch tells them.
 */
export async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const isTexts = (value: unknown): value is { changeLanguage: (to: string) => Promise<unknown> } =>
      typeof value === 'object' && value !== null && 'changeLanguage' in value && 'isInitialized' in value;
    const files = [...document.querySelectorAll('script[src], link[rel=modulepreload]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    );
    const modules: object[] = await Promise.all(files.map((file) => import(/* @vite-ignore */ file)));
    const texts = modules.flatMap((module) => Object.values(module)).find(isTexts);
    if (texts === undefined) throw new Error('the texts of the app are not found in its scripts');
    await texts.changeLanguage(wanted);
    document.documentElement.lang = wanted;
  }, language);
}
