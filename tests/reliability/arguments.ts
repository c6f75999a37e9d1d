import { parseArgs } from 'node:util';
import * as z from 'zod';
import { PLANTS } from './plants.ts';

const USUAL_INJECTIONS = 1000;
/** A planted bug shows at the first fault that meets an envelope; a few are enough to meet one. */
const INJECTIONS_WITH_PLANT = 5;

const Given = z.object({
  injections: z.coerce.number().int().min(1).optional(),
  seed: z.coerce.number().int().min(0).max(0xffffffff).optional(),
  only: z.string().min(1).optional(),
  plant: z.enum(PLANTS).optional(),
  write: z.boolean().default(false),
  resume: z.boolean().default(false),
});

const Options = Given.transform(({ injections, ...given }) => ({
  ...given,
  injections: injections ?? (given.plant === undefined ? USUAL_INJECTIONS : INJECTIONS_WITH_PLANT),
}));

export type Options = z.infer<typeof Options>;

export const USAGE = `npm run test:faults -- [options]
  --injections N   faults in all, shared among the kinds (${USUAL_INJECTIONS}, with a bug planted ${INJECTIONS_WITH_PLANT}; each kind at least twice)
  --seed S         the same chance again (printed by every run)
  --only KIND      kinds whose name contains this
  --plant BUG      ${PLANTS.join(' | ')}: builds the app with that bug; the run, of the kind that shows it, must fail
  --write          writes the table into docs/RELIABILITY.md
  --resume         goes on after the last finished kind of the run with this seed
`;

/** Options of the command line; undefined where they cannot be understood. */
export function readOptions(given: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        injections: { type: 'string' },
        seed: { type: 'string' },
        only: { type: 'string' },
        plant: { type: 'string' },
        write: { type: 'boolean' },
        resume: { type: 'boolean' },
      },
    });
    return Options.safeParse(values).data;
  } catch {
    return undefined;
  }
}
