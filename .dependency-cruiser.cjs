/*
 * The arrows of the house, as rules: who may import whom. docs/ARCHITECTURE.md draws them; this file holds them.
 * A second net is the TypeScript project per room family: the shared rooms compile with neither DOM nor Node types.
 */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^src/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('domain-is-pure', '^src/domain/', ['^src/domain/']),
    only('contract-reads-domain', '^src/contract/', ['^src/(domain|contract)/']),
    only('procedures-are-data', '^src/procedures/', ['^src/(domain/procedure|procedures)/']),
    only('authoring-reads-declarations', '^src/authoring/', [
      '^src/(domain/procedure|procedures|authoring)/',
      '^locales/',
    ]),
    {
      // Who judges declarations must know what a condition looks at, and which patterns can be read; no more than that.
      name: 'authoring-knows-little-of-the-engine',
      severity: 'error',
      from: { path: '^src/authoring/' },
      to: {
        path: '^src/domain/procedure/',
        pathNot:
          '^src/domain/procedure/(contract/|definition\\.ts$|run\\.ts$|references\\.ts$|formula/match-pattern\\.ts$)',
      },
    },
    {
      // Pure, so that office and command line use the same; files and processes are the command line's.
      name: 'authoring-is-pure',
      severity: 'error',
      from: { path: '^src/authoring/', pathNot: '^src/authoring/cli/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: 'node_modules/(zod|fflate|read-excel-file|write-excel-file)/',
      },
    },
    {
      name: 'only-authors-read-spreadsheets',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/authoring/' },
      to: { path: 'node_modules/(read|write)-excel-file/' },
    },
    {
      name: 'nobody-needs-the-command-line-of-authors',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/authoring/cli/' },
      to: { path: '^src/authoring/cli/' },
    },
    {
      name: 'engine-through-its-contract',
      severity: 'error',
      from: {
        path: '^(src|tests|bench)/',
        pathNot: '^(src/(domain/procedure|authoring)|tests/unit/domain/procedure)/',
      },
      to: {
        path: '^src/domain/procedure/',
        pathNot: '^src/domain/procedure/(contract/|definition\\.ts$|run\\.ts$)',
      },
    },
    only('server-never-client', '^src/server/', ['^src/(domain|contract|procedures|authoring|server)/']),
    only('client-never-server', '^src/client/', ['^src/(domain|contract|procedures|client)/', '^locales/']),
    only('ui-knows-no-business', '^src/client/ui/', ['^src/client/(i18n|ui)/']),
    only('answers-below-features', '^src/client/answers/', [
      '^src/(domain|contract|procedures)/',
      '^src/client/(i18n|answers)/',
    ]),
    only('i18n-at-the-bottom', '^src/client/i18n/', ['^src/client/i18n/', '^src/domain/']),
    only('vault-at-the-bottom', '^src/client/vault/', ['^src/(domain|contract|client/vault)/']),
    only('storage-below-sync', '^src/client/storage/', ['^src/(domain|contract|client/(vault|storage))/']),
    only('sync-below-features', '^src/client/sync/', ['^src/(domain|contract|client/(vault|storage|sync))/']),
    only('procedures-below-features', '^src/client/procedures/', [
      '^src/(domain|contract|procedures)/',
      '^src/client/(i18n|storage|procedures)/',
    ]),
    only('voices-below-features', '^src/client/voices/', [
      '^src/(domain|contract)/',
      '^src/client/(i18n|storage|ui|voices)/',
    ]),
    {
      // The whole catalogue at once is the server's: a tablet reads a declaration when somebody needs it.
      name: 'client-reads-procedures-one-by-one',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { path: '^src/procedures/catalogue\\.ts$' },
    },
    {
      name: 'features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^src/client/features/([^/]+)/([^/]+)/' },
      to: { path: '^src/client/features/', pathNot: '^src/client/features/$1/($2|common)/' },
    },
    {
      // The one file at the door of a feature puts its rooms together.
      name: 'a-feature-composes-its-own-rooms',
      severity: 'error',
      from: { path: '^src/client/features/([^/]+)/[^/]+$' },
      to: { path: '^src/client/features/', pathNot: '^src/client/features/$1/' },
    },
    {
      name: 'only-app-composes',
      severity: 'error',
      from: { path: '^src/client/', pathNot: '^src/client/(app/|sw\\.ts$)' },
      to: { path: '^src/client/app/' },
    },
    {
      // What a paper says can be read and tested without drawing it.
      name: 'papers-say-before-they-are-drawn',
      severity: 'error',
      from: { path: '^src/server/papers/facts/' },
      to: {
        path: '^src/|node_modules/(pdfkit|pkijs|asn1js|fflate)/',
        pathNot:
          '^src/(domain|contract)/|^src/server/(papers/(facts/|forms\\.ts$)|storage/(database|rows)\\.ts$)',
      },
    },
    {
      name: 'papers-do-not-act',
      severity: 'error',
      from: { path: '^src/server/papers/' },
      to: {
        path: '^src/server/(http|commands|storage|policies)/',
        pathNot: '^src/server/storage/(database|rows|logbook-queries)\\.ts$',
      },
    },
    only('policies-are-pure', '^src/server/policies/', ['^src/(domain|contract|server/policies)/']),
    {
      name: 'presenters-do-not-act',
      severity: 'error',
      from: { path: '^src/server/presenters/' },
      to: {
        path: '^src/server/(http|commands|storage|jobs)/',
        pathNot: '^src/server/storage/(database|rows)\\.ts$',
      },
    },
    {
      name: 'commands-know-no-http',
      severity: 'error',
      from: { path: '^src/server/(commands|storage)/' },
      to: { path: '^src/server/http/' },
    },
    {
      name: 'sql-only-in-server-storage',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/server/storage/' },
      to: { path: 'node_modules/(@types/)?(pg|kysely)/' },
    },
    {
      name: 'dexie-only-in-storage',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/client/storage/' },
      to: { path: 'node_modules/(dexie|dexie-react-hooks)/' },
    },
    {
      name: 'domain-imports-only-zod',
      severity: 'error',
      from: { path: '^src/(domain|procedures)/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'contract-imports-only-its-four',
      severity: 'error',
      from: { path: '^src/contract/' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: 'node_modules/(zod|@hpke/core|@hpke/common|fflate|jose)/',
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.cruise.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.tsbuild)/' },
  },
};
