import { writeFile } from 'node:fs/promises';
import type { PoolConfig } from 'pg';
import type { CrowdedOffice } from '../../tests/support/office/crowded-office.ts';
import { explain, hotQueries } from '../../tests/support/office/hot-queries.ts';

const HEAD = `# How the queue's questions are answered

Written by \`npm run bench:office -- --plans\`; do not edit. Each statement is the one that \`src/server/storage/queue\` sent, over
SIZE made-up dossiers, explained by PostgreSQL with the rows that each step gave.
\`tests/integration/office/plans.test.ts\` holds that none of them reads the whole of a table that grows with the dossiers.
`;

/** Keeps the plans of the hot questions in docs/query-plans.md. */
export async function writePlans(
  connection: PoolConfig,
  office: CrowdedOffice,
  now: Date,
  size: number,
): Promise<void> {
  const parts = [HEAD.replace('SIZE', size.toLocaleString('en'))];
  for (const [name, ask] of Object.entries(hotQueries(office, now))) {
    parts.push(`## ${name.charAt(0).toUpperCase()}${name.slice(1)}\n`);
    // Ids and moments differ with each run; the shape of a plan does not.
    for (const { lines } of await explain(connection, ask, { analyze: true }))
      parts.push(['```', ...lines.map(withoutValues), '```', ''].join('\n'));
  }
  await writeFile('docs/query-plans.md', parts.join('\n'));
}

function withoutValues(line: string): string {
  const short = line
    .replace(/'\{[^}]*\}'::uuid\[\]/g, "'{…}'::uuid[]")
    .replace(/'[0-9a-f]{8}-[0-9a-f-]{27}'::uuid/g, "'…'::uuid")
    .replace(/'\d{4}-\d\d-\d\d [^']*'::timestamp/g, "'…'::timestamp");
  return short.length > 150 ? `${short.slice(0, 147)}…` : short;
}
