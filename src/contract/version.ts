/*
 * The contract between tablets and server, as a number. Anything that changes what crosses the wire raises it
 * (a test hashes all schemas and fails otherwise) and adds a line here.
 *
 *  1  First version: enrolment, sync with envelopes up and receipts and changes down, attachments by tus, office.
 */

/** Version spoken by this build. */
export const CONTRACT_VERSION = 1;

/** Oldest version the server still answers; below it the answer is `update-needed` and nothing is lost. */
export const OLDEST_CONTRACT_VERSION = 1;
