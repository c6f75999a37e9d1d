import type { OfficeNews } from '../storage/model.ts';
import type { CatalogueVersions } from './device-health.ts';

type Package = { readonly id: string; readonly version: number; readonly state: 'kept' | 'damaged' };

/**
 * The version of each procedure that this tablet starts new dossiers with: that of the build, or the published one that the
 * office calls current and that is here.
 */
export function versionsHere(
  shipped: CatalogueVersions,
  news: readonly OfficeNews['change'][],
  packages: readonly Package[],
): CatalogueVersions {
  const catalogue = news.find(({ kind }) => kind === 'catalogue');
  const current = catalogue?.kind === 'catalogue' ? catalogue.procedures : [];
  const published = current.filter(
    ({ id, version, state }) =>
      state === 'current' &&
      packages.some((one) => one.id === id && one.version === version && one.state === 'kept'),
  );
  const versions = new Map([...shipped, ...published].map(({ id, version }) => [id, version]));
  return [...versions].map(([id, version]) => ({ id, version }));
}
