import { accountRegistrationStory } from './account-registration.ts';
import { birthRegistrationStory } from './birth-registration.ts';
import { birthReregistrationStory } from './birth-reregistration.ts';
import { burialSupportStory } from './burial-support.ts';
import { certifiedCopyStory } from './certified-copy.ts';
import { civilStatusCorrectionStory } from './civil-status-correction.ts';
import { civilStatusExtractStory } from './civil-status-extract.ts';
import { deathRegistrationStory } from './death-registration.ts';
import { disabilityCertificateReissueStory } from './disability-certificate-reissue.ts';
import { disabilityLevelStory } from './disability-level.ts';
import { healthInsuranceCardReissueStory } from './health-insurance-card-reissue.ts';
import { interlinkedBirthStory } from './interlinked-birth.ts';
import { landFirstRegistrationStory } from './land-first-registration.ts';
import { maritalStatusCertificateStory } from './marital-status-certificate.ts';
import { marriageRegistrationStory } from './marriage-registration.ts';
import { martyrWorshipAllowanceStory } from './martyr-worship-allowance.ts';
import { meritDeathBenefitStory } from './merit-death-benefit.ts';
import { permanentResidenceStory } from './permanent-residence.ts';
import { poorHouseholdReviewStory } from './poor-household-review.ts';
import { signatureCertificationStory } from './signature-certification.ts';
import { socialAllowanceStory } from './social-allowance.ts';
import { socialPensionStory } from './social-pension.ts';
import type { Story } from './story.ts';
import { temporaryResidenceStory } from './temporary-residence.ts';

/** A story for each procedure of the catalogue; `tests/unit/stories.test.ts` says which one is missing. */
export const stories: readonly Story[] = [
  accountRegistrationStory,
  birthRegistrationStory,
  birthReregistrationStory,
  burialSupportStory,
  certifiedCopyStory,
  civilStatusCorrectionStory,
  civilStatusExtractStory,
  deathRegistrationStory,
  disabilityCertificateReissueStory,
  disabilityLevelStory,
  healthInsuranceCardReissueStory,
  interlinkedBirthStory,
  landFirstRegistrationStory,
  maritalStatusCertificateStory,
  marriageRegistrationStory,
  martyrWorshipAllowanceStory,
  meritDeathBenefitStory,
  permanentResidenceStory,
  poorHouseholdReviewStory,
  signatureCertificationStory,
  socialAllowanceStory,
  socialPensionStory,
  temporaryResidenceStory,
];
