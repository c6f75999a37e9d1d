import type { ReactNode } from 'react';
import { body } from './body.tsx';
import { cards } from './cards.tsx';
import { documents } from './documents.tsx';
import { errands } from './errands.tsx';
import { events } from './events.tsx';
import { hands } from './hands.tsx';
import { kin } from './kin.tsx';
import { livelihood } from './livelihood.tsx';
import { paperStates } from './paper-states.tsx';
import { papers } from './papers.tsx';
import { families } from './people.tsx';
import { places } from './places.tsx';
import { things } from './things.tsx';
import { tiles } from './tiles.tsx';
import { woven } from './woven.tsx';

/** Every drawing by its name. The names stand in declarations; a chunk of its own, because no first screen needs them. */
export const drawings: Readonly<Record<string, ReactNode>> = {
  ...errands,
  ...events,
  ...families,
  ...kin,
  ...body,
  ...papers,
  ...paperStates,
  ...documents,
  ...cards,
  ...hands,
  ...things,
  ...places,
  ...livelihood,
  ...tiles,
  ...woven,
};

/** Names of all drawings, for checks that a declaration names only what exists. */
export const drawingNames: readonly string[] = Object.keys(drawings);
