import type { X509Certificate } from 'node:crypto';
import { commonNameOf } from '../sign/office-certificate.ts';
import type { ArchiveFault, ArchiveVerdict } from './verify-archive.ts';

const FAULTS: Readonly<Record<ArchiveFault['what'], string>> = {
  altered: 'is not as it was archived',
  missing: 'is missing',
  extra: 'was added: the office did not sign for it',
  double: 'stands in the zip twice: programs may show different ones',
};

/** A verdict as lines for a terminal. `isExpected`: the signer was compared with a certificate known from elsewhere. */
export function sayVerdict(verdict: ArchiveVerdict, isExpected: boolean): readonly string[] {
  switch (verdict.kind) {
    case 'unreadable':
      return [
        verdict.why === 'zip'
          ? 'unreadable: this is no zip file, or only a part of one'
          : 'unreadable: manifest.json is missing or damaged',
      ];
    case 'unsigned':
      return ['broken: manifest.json is not as the office signed it'];
    case 'broken':
      return [
        `broken: ${verdict.manifest.dossier.code}`,
        ...verdict.faults.map(({ path, what }) => `  ${path} ${FAULTS[what]}`),
      ];
    case 'other-signer':
      return [`broken: signed by another certificate than expected: ${say(verdict.signer)}`];
    case 'intact': {
      const { dossier, files, exportedAt, exportedBy } = verdict.manifest;
      return [
        `intact: ${dossier.code}, ${files.length} files, exported ${exportedAt} by ${exportedBy}`,
        `signed by ${say(verdict.signer)}`,
        ...(isExpected
          ? []
          : ['no certificate to compare with: check the fingerprint, or give --certificate']),
      ];
    }
  }
}

function say(certificate: X509Certificate): string {
  return `${commonNameOf(certificate)} (SHA-256 ${certificate.fingerprint256})`;
}
