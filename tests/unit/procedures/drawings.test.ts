import { describe, expect, it } from 'vitest';
import { drawingNames } from '../../../src/client/ui/drawings/all-drawings.tsx';
import { procedures } from '../../../src/procedures/catalogue.ts';

describe.each(procedures.map((procedure) => [procedure.id, procedure] as const))(
  'drawings of %s',
  (_, procedure) => {
    it('names only drawings that exist', () => {
      const named = procedure.steps
        .flatMap((step) => step.questions)
        .flatMap((question) => [
          question.drawing,
          ...('options' in question ? question.options.map((one) => one.drawing) : []),
        ]);
      expect(
        [...new Set(named)].filter((name) => name !== undefined && !drawingNames.includes(name)),
      ).toEqual([]);
    });
  },
);
