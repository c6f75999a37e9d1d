import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldScreens, kioskScreens, officeScreens, practiceScreens } from '../../e2e/support/screens.ts';

/* A screen that no story looks at is not looked at by axe either, in any language, at any size. */

const routesOf = (...files: string[]) => [
  ...new Set(
    files.flatMap((file) =>
      [...readFileSync(join('src/client', file), 'utf8').matchAll(/<Route path="([^"]+)"/g)].map(
        ([, route]) => route ?? '',
      ),
    ),
  ),
];
const field = Object.values<string>(fieldScreens);

it.each([
  ['field', routesOf('app/FieldRoutes.tsx'), field],
  [
    'kiosk',
    routesOf('features/field/kiosk/DoorScreens.tsx', 'features/field/kiosk/VisitScreens.tsx'),
    [...Object.values<string>(kioskScreens), ...field],
  ],
  [
    'practice',
    routesOf('app/practice/PracticeRoutes.tsx'),
    [...Object.values<string>(practiceScreens), ...field],
  ],
  // Its first route leads on to one of the others.
  ['office', routesOf('features/office/OfficeApp.tsx'), Object.values<string>(officeScreens)],
])('every route of the %s has a screen that is looked at', (_, routes, listed) => {
  expect(routes.length).toBeGreaterThan(2);
  expect(routes.filter((route) => !listed.includes(route))).toEqual([]);
});

describe('stories', () => {
  const looking = readdirSync('tests/e2e')
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join('tests/e2e', name), 'utf8'))
    .filter((text) => text.includes('await look('));

  it.each(Object.keys({ ...fieldScreens, ...kioskScreens, ...practiceScreens, ...officeScreens }))(
    'look at: %s',
    (screen) => {
      expect(looking.some((text) => text.includes(`'${screen}'`))).toBe(true);
    },
  );
});
