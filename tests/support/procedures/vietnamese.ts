import { readFileSync } from 'node:fs';
import i18next from 'i18next';
import * as z from 'zod';
import type { Text } from '../../../src/client/i18n/useText.ts';

const read = (file: string) =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(`locales/vi/${file}.json`, 'utf8')));

/** The Vietnamese sentences of these files, the first that has one first, as screens find them. */
export function vietnamese(...files: readonly string[]): Text {
  const texts = i18next.createInstance();
  void texts.init({
    lng: 'vi',
    initAsync: false,
    ns: [...files],
    resources: { vi: Object.fromEntries(files.map((file) => [file, read(file)])) },
    interpolation: { escapeValue: false },
  });
  const t = texts.getFixedT('vi', [...files]);
  const say = (key: string, params?: Parameters<Text>[1]) => String(t(key, { ...params }));
  return Object.assign(say, {
    find: (key: string, params?: Parameters<Text>[1]) =>
      texts.exists(key, { ns: [...files] }) ? say(key, params) : undefined,
    sentence: (key: string, params?: Parameters<Text>[1]) => ({
      phrase: `${files[0]}:${key}`,
      text: say(key, params),
    }),
  });
}

/** The texts of one shipped procedure and what all share. */
export function vietnameseOf(procedure: string): Text {
  return vietnamese(`procedures/${procedure}`, 'procedures/shared');
}
