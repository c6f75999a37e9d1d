import type { Summary } from '../../../../storage/model.ts';
import type { Found } from '../find-readable.ts';

/** Of which dossier the office speaks when it speaks of this record: a supplement belongs to the one it goes on with. */
export function dossierOf(summary: Found<Summary>, id: string): string {
  const sealed = summary.kind === 'found' ? summary.value.submission : undefined;
  return sealed?.supplements?.dossierId ?? id;
}
