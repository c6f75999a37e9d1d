/*
 * The contract between tablets and server, as a number. Anything that changes what crosses the wire raises it
 * (a test hashes all schemas and fails otherwise) and adds a line here.
 *
 *  1  First version: enrolment, sync with envelopes up and receipts and changes down, attachments by tus, office.
 *  2  Links that break: the sync request is a stream of items taken in one by one, receipts come as one signed list,
 *     small attachments ride along, bodies are packed tighter; a submission may replace one that was refused; tablets
 *     report their health, back up drafts and carry for each other.
 *  3  Procedures come from the office: the catalogue names published packages by digest and says what was withdrawn,
 *     tablets fetch packages, administrators upload, publish and withdraw.
 *  4  Languages come from the office: the catalogue names published packs by digest, tablets fetch packs and voices and
 *     give what their workshop made; the office checks, edits and publishes.
 *  5  The whole life of a dossier: a submission may answer a supplement request, staff report problems and visits, tablets
 *     fetch the work of whoever has unlocked them, sealed to them; the office has all the actions on a dossier. Recorded anew
 *     before any release spoke it: what only the console and its own server say of a supplement's assignee, and of staff
 *     (passwords, other work).
 */

/** Version spoken by this build. */
export const CONTRACT_VERSION = 5;

/** Oldest version the server still answers; below it the answer is `update-needed` and nothing is lost. */
export const OLDEST_CONTRACT_VERSION = 1;
