import { createContext, type ReactNode } from 'react';
import type { Sentence } from '../i18n/sentences.ts';

/** Draws the loudspeaker of an answer or an error. */
export type Aloud = (sentence: Sentence) => ReactNode;

/**
 * Where screens are heard as well as read, answers and errors get a loudspeaker each; who provides this knows the voices.
 * Undefined: they are only read.
 */
export const AloudContext = createContext<Aloud | undefined>(undefined);

/** The error of the field below as a phrase, for its loudspeaker: fields themselves know only its words. */
export const SpokenProblemContext = createContext<Sentence | undefined>(undefined);
