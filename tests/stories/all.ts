import { accountRegistrationStory } from './account-registration.ts';
import { birthRegistrationStory } from './birth-registration.ts';
import { birthReregistrationStory } from './birth-reregistration.ts';
import { deathRegistrationStory } from './death-registration.ts';
import { interlinkedBirthStory } from './interlinked-birth.ts';
import { maritalStatusCertificateStory } from './marital-status-certificate.ts';
import { marriageRegistrationStory } from './marriage-registration.ts';
import type { Story } from './story.ts';

/** A story for each procedure of the catalogue; `tests/unit/stories.test.ts` says which one is missing. */
export const stories: readonly Story[] = [
  accountRegistrationStory,
  birthRegistrationStory,
  birthReregistrationStory,
  deathRegistrationStory,
  interlinkedBirthStory,
  maritalStatusCertificateStory,
  marriageRegistrationStory,
];
