/**
 * The version of each procedure that new interviews begin with, without the procedures themselves: what the sender tells
 * the office, also from the service worker. A test holds it against the catalogue.
 */
export const currentVersions: readonly { readonly id: string; readonly version: number }[] = [
  { id: 'account-registration', version: 1 },
  { id: 'birth-registration', version: 1 },
  { id: 'birth-reregistration', version: 1 },
  { id: 'burial-support', version: 1 },
  { id: 'certified-copy', version: 1 },
  { id: 'civil-status-correction', version: 1 },
  { id: 'civil-status-extract', version: 1 },
  { id: 'death-registration', version: 1 },
  { id: 'disability-certificate-reissue', version: 1 },
  { id: 'disability-level', version: 1 },
  { id: 'health-insurance-card-reissue', version: 1 },
  { id: 'interlinked-birth', version: 1 },
  { id: 'land-first-registration', version: 1 },
  { id: 'marital-status-certificate', version: 1 },
  { id: 'marriage-registration', version: 1 },
  { id: 'martyr-worship-allowance', version: 1 },
  { id: 'merit-death-benefit', version: 1 },
  { id: 'permanent-residence', version: 1 },
  { id: 'poor-household-review', version: 1 },
  { id: 'signature-certification', version: 1 },
  { id: 'social-allowance', version: 1 },
  { id: 'social-pension', version: 1 },
  { id: 'temporary-residence', version: 1 },
];
