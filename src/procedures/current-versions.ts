/**
 * The version of each procedure that new interviews begin with, without the procedures themselves: what the sender tells
 * the office, also from the service worker. A test holds it against the catalogue.
 */
export const currentVersions: readonly { readonly id: string; readonly version: number }[] = [
  { id: 'account-registration', version: 1 },
  { id: 'birth-registration', version: 1 },
  { id: 'birth-reregistration', version: 1 },
  { id: 'interlinked-birth', version: 1 },
];
