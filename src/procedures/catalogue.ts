import type { ProcedureDefinition } from '../domain/procedure/definition.ts';
import { parseDefinition } from '../domain/procedure/run.ts';
import accountRegistration from './account-registration/procedure.json' with { type: 'json' };
import birthRegistration from './birth-registration/procedure.json' with { type: 'json' };
import birthReregistration from './birth-reregistration/procedure.json' with { type: 'json' };
import burialSupport from './burial-support/procedure.json' with { type: 'json' };
import certifiedCopy from './certified-copy/procedure.json' with { type: 'json' };
import civilStatusCorrection from './civil-status-correction/procedure.json' with { type: 'json' };
import civilStatusExtract from './civil-status-extract/procedure.json' with { type: 'json' };
import deathRegistration from './death-registration/procedure.json' with { type: 'json' };
import disabilityCertificateReissue from './disability-certificate-reissue/procedure.json' with {
  type: 'json',
};
import disabilityLevel from './disability-level/procedure.json' with { type: 'json' };
import { expandBlocks } from './expand-blocks.ts';
import healthInsuranceCardReissue from './health-insurance-card-reissue/procedure.json' with { type: 'json' };
import interlinkedBirth from './interlinked-birth/procedure.json' with { type: 'json' };
import landFirstRegistration from './land-first-registration/procedure.json' with { type: 'json' };
import maritalStatusCertificate from './marital-status-certificate/procedure.json' with { type: 'json' };
import marriageRegistration from './marriage-registration/procedure.json' with { type: 'json' };
import martyrWorshipAllowance from './martyr-worship-allowance/procedure.json' with { type: 'json' };
import meritDeathBenefit from './merit-death-benefit/procedure.json' with { type: 'json' };
import permanentResidence from './permanent-residence/procedure.json' with { type: 'json' };
import poorHouseholdReview from './poor-household-review/procedure.json' with { type: 'json' };
import signatureCertification from './signature-certification/procedure.json' with { type: 'json' };
import socialAllowance from './social-allowance/procedure.json' with { type: 'json' };
import socialPension from './social-pension/procedure.json' with { type: 'json' };
import temporaryResidence from './temporary-residence/procedure.json' with { type: 'json' };
import { createCatalogue } from './versions.ts';

/*
 * A folder for each procedure. `procedure.json` is its newest version; when it is raised, the one before stays beside it
 * as `procedure-<version>.json` and is listed here, so that drafts begun with it finish with it (I9). Texts are shared by
 * all versions of a procedure: a sentence goes when no version here asks for it any more.
 */
const catalogue = createCatalogue(
  [
    birthRegistration,
    accountRegistration,
    interlinkedBirth,
    birthReregistration,
    certifiedCopy,
    civilStatusCorrection,
    civilStatusExtract,
    healthInsuranceCardReissue,
    permanentResidence,
    signatureCertification,
    temporaryResidence,
    socialAllowance,
    burialSupport,
    socialPension,
    poorHouseholdReview,
    disabilityLevel,
    disabilityCertificateReissue,
    landFirstRegistration,
    martyrWorshipAllowance,
    meritDeathBenefit,
    deathRegistration,
    marriageRegistration,
    maritalStatusCertificate,
  ].map(getDefinition),
);

/** Every version of every procedure that a draft or a dossier may still be pinned to. */
export const procedures: readonly ProcedureDefinition[] = catalogue.all;

/** The version a draft began with (I9), or undefined where this build does not carry it. */
export const findProcedure = catalogue.find;

/** The version that new interviews begin with. Throws for an id no procedure has: ids come from the catalogue itself. */
export function getCurrentProcedure(id: string): ProcedureDefinition {
  const newest = catalogue.current(id);
  if (newest === undefined) throw new Error(`No procedure ${id}`);
  return newest;
}

function getDefinition(json: unknown): ProcedureDefinition {
  const parsed = parseDefinition(expandBlocks(json));
  if (parsed.kind === 'invalid')
    throw new Error(`Procedure declaration refused: ${parsed.faults.join('; ')}`);
  return parsed.definition;
}
