import * as z from 'zod';
import { PartialDate } from '../../citizen/partial-date.ts';
import { Place } from '../../place/place.ts';

/** "I don't know" is an answer, not a gap: it satisfies a question only where `unknownAllowed`. */
export const UnknownAnswer = z.strictObject({ unknown: z.literal(true) });

/**
 * A consent given or withheld for one purpose. `language` and `textHash` (SHA-256, base64url) name the text the person
 * had before them: the screen's language may be switched, or the text improved, before the interview is finished.
 */
export const ConsentAnswer = z.strictObject({
  granted: z.boolean(),
  at: z.string(),
  language: z.string().optional(),
  textHash: z.string().optional(),
});

/**
 * What was done about one document asked: which alternative, the photos (attachment ids, in page order),
 * or where the paper is when it could not be photographed.
 */
export const DocumentAnswer = z.strictObject({
  alternative: z.string().optional(),
  attachments: z.array(z.uuid()).default([]),
  paper: z.enum(['photographed', 'shown', 'at-home', 'none']),
});

/** How the person signed: a drawing, a photo of a thumbprint, or a witness who signs for them. */
export const SignatureAnswer = z.strictObject({
  method: z.enum(['signature', 'thumbprint', 'witness']),
  attachment: z.uuid(),
  witnessName: z.string().min(1).max(120).optional(),
  at: z.string(),
});

/** Where the device's receiver says it is (WGS 84, degrees); `accuracy` in metres. */
export const LocationAnswer = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracy: z.number().min(0).optional(),
});

/** Photos or recordings that answer a question by themselves, as attachment ids in their order. */
export const MediaAnswer = z.strictObject({
  media: z.enum(['photo', 'recording']),
  attachments: z.array(z.uuid()).max(4),
});

export const AnswerValue = z.union([
  z.string().max(2000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(60),
  UnknownAnswer,
  PartialDate,
  ConsentAnswer,
  DocumentAnswer,
  SignatureAnswer,
  LocationAnswer,
  MediaAnswer,
  Place,
]);

/** A question's id, and behind it the repetition where its step is repeated: `mother.name`, `member.name.2`. */
export const AnswerKey = z.string().regex(/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*(\.[1-9][0-9]?)?$/);

/** Every answer of one interview by question id. Absent means not yet answered. */
export const Answers = z.record(AnswerKey, AnswerValue);

export type UnknownAnswer = z.infer<typeof UnknownAnswer>;
export type ConsentAnswer = z.infer<typeof ConsentAnswer>;
export type DocumentAnswer = z.infer<typeof DocumentAnswer>;
export type SignatureAnswer = z.infer<typeof SignatureAnswer>;
export type LocationAnswer = z.infer<typeof LocationAnswer>;
export type MediaAnswer = z.infer<typeof MediaAnswer>;
export type AnswerValue = z.infer<typeof AnswerValue>;
export type Answers = z.infer<typeof Answers>;
