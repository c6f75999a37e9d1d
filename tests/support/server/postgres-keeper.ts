import { startEmbeddedPostgres } from '../../../src/server/storage/embedded-postgres.ts';

/* Starts the embedded PostgreSQL on the folder given, says how it went, and stays until it is killed. */
const started = await startEmbeddedPostgres(process.argv[2] ?? '', () => process.exit(1));
process.stdout.write(`${started.kind}\n`);
setInterval(() => undefined, 1000);
