import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/*
 * `npm ci` refuses a lock file that lacks an optional package, be it for another kind of machine; `npm install` leaves
 * one out when its registry does not hold it. Whoever meets this adds the entry by hand: version, cpu, os, optional.
 */
it('names the packages of every kind of machine, so that npm ci works on each', () => {
  const { packages } = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => {
      const entry = packages[`${path}/node_modules/${name}`] ?? packages[`node_modules/${name}`];
      return entry?.version === undefined;
    }),
  );
  expect(missing).toEqual([]);
});
