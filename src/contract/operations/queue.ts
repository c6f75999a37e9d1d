import * as z from 'zod';
import { DossierStatus } from '../down/change.ts';
import { EntityId } from '../ids.ts';
import { DossierLine } from './office.ts';
import { operation } from './operation.ts';

/** What a queue is narrowed to; each part may be left out, and all that are there must hold. Names no citizen. */
export const QueueFilter = z.strictObject({
  status: DossierStatus.optional(),
  procedure: z.string().min(1).max(80).optional(),
  /** As the declaration spells it. */
  village: z.string().min(1).max(120).optional(),
  /** By the date of the result, while time runs: before today, today, from today to Sunday. */
  due: z.enum(['late', 'today', 'week']).optional(),
  /** For whose move it stands still. */
  waiting: z.enum(['one-stop', 'department', 'citizen']).optional(),
  /** The tablet with which the staff assisted. */
  tablet: EntityId.optional(),
});
export type QueueFilter = z.infer<typeof QueueFilter>;

/** Where the next page begins; made by the server, of a moment and an id. */
const PageMark = z.string().max(80);

const Page = z.strictObject({
  dossiers: z.array(DossierLine),
  /** Send it back for the page that follows; null on the last. */
  next: PageMark.nullable(),
  /** Of everything the officer may see, whatever the filter. */
  counts: z.record(DossierStatus, z.int()),
});
export type QueuePage = z.infer<typeof Page>;

/** Newest first, 50 a page. */
export const listDossiers = operation({
  id: 'listDossiers',
  method: 'GET',
  path: '/api/office/dossiers',
  query: QueueFilter.extend({ after: PageMark.optional() }),
  answer: Page,
});

/**
 * The same, of dossiers whose name or code has what was typed: each word begins a word of the name, without accents; or all
 * of it begins a part of the TAM- reference or official code, with or without dots and dashes. In a body: a name must not
 * stand in an address.
 */
export const searchDossiers = operation({
  id: 'searchDossiers',
  method: 'POST',
  path: '/api/office/dossiers/search',
  body: z.strictObject({
    filter: QueueFilter,
    search: z.string().min(1).max(80),
    after: PageMark.optional(),
  }),
  answer: Page,
});

/** What the filters can be set to: only what occurs among the dossiers that the officer may see. */
export const listQueueChoices = operation({
  id: 'listQueueChoices',
  method: 'GET',
  path: '/api/office/queue-choices',
  answer: z.strictObject({
    procedures: z.array(z.string()),
    villages: z.array(z.string()),
    tablets: z.array(z.strictObject({ id: EntityId, name: z.string() })),
  }),
});

export const SavedFilter = z.strictObject({
  id: EntityId,
  name: z.string().min(1).max(60),
  filter: QueueFilter,
});
export type SavedFilter = z.infer<typeof SavedFilter>;

const Saved = z.strictObject({ filters: z.array(SavedFilter) });

/** The officer's own, by name. */
export const listSavedFilters = operation({
  id: 'listSavedFilters',
  method: 'GET',
  path: '/api/office/saved-filters',
  answer: Saved,
});

/** Keeps a filter under a name, in place of an earlier one of that name. `state-not-allowed` beyond 30. */
export const saveFilter = operation({
  id: 'saveFilter',
  method: 'PUT',
  path: '/api/office/saved-filters',
  body: SavedFilter,
  answer: Saved,
});

export const deleteSavedFilter = operation({
  id: 'deleteSavedFilter',
  method: 'DELETE',
  path: '/api/office/saved-filters/:id',
  params: z.strictObject({ id: EntityId }),
  answer: Saved,
});

/** Server-sent events for one session: what changed among the dossiers it may see. Not JSON as a whole; see `OfficeEvent`. */
export const officeEventsPath = '/api/office/events';

/** The data of one event of kind `dossiers`: ids and counts, nothing else. */
export const OfficeEvent = z.strictObject({
  /** Changed since the event before; empty in the first, which says where things stand. */
  ids: z.array(EntityId),
  counts: z.record(DossierStatus, z.int()),
});
export type OfficeEvent = z.infer<typeof OfficeEvent>;
