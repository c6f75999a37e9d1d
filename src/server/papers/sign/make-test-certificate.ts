import { BitString, Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension } from 'pkijs';
import { toPem } from './pem.ts';

const TEN_YEARS = 10 * 365.25 * 86_400_000;
const COMMON_NAME = '2.5.4.3';
const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
/** digitalSignature and nonRepudiation, the first two bits of KeyUsage (RFC 5280 4.2.1.3). */
const SIGNING_ONLY = 0b1100_0000;

/** The whole name, so that every viewer shows it: "for trying, without legal value". */
const TEST_NAME = 'Về Bản – CHỨNG THƯ THỬ – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ';

/**
 * A certificate that signs itself, for an office that has none yet, and its private key (PKCS#8), both as PEM. P-256, good
 * for ten years from `now`. Its name says that it is for trying; `serial` is at least one random byte.
 */
export async function makeTestCertificate(
  now: Date,
  serial: Uint8Array<ArrayBuffer>,
): Promise<{ readonly certificate: string; readonly key: string }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const certificate = new Certificate();
  certificate.version = 2;
  // The first byte keeps the number positive and free of padding, whatever was drawn.
  certificate.serialNumber = new Integer({ valueHex: Uint8Array.of(1, ...serial).buffer });
  for (const name of [certificate.issuer, certificate.subject])
    name.typesAndValues.push(
      new AttributeTypeAndValue({ type: COMMON_NAME, value: new Utf8String({ value: TEST_NAME }) }),
    );
  certificate.notBefore.value = now;
  certificate.notAfter.value = new Date(now.getTime() + TEN_YEARS);
  certificate.extensions = [
    extension(BASIC_CONSTRAINTS, new BasicConstraints({ cA: false }).toSchema().toBER()),
    extension(
      KEY_USAGE,
      new BitString({ valueHex: Uint8Array.of(SIGNING_ONLY).buffer, unusedBits: 6 }).toBER(),
    ),
  ];
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey);
  await certificate.sign(pair.privateKey, 'SHA-256');
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', pair.privateKey);
  return {
    certificate: toPem('CERTIFICATE', certificate.toSchema(true).toBER()),
    key: toPem('PRIVATE KEY', pkcs8),
  };
}

function extension(extnID: string, value: ArrayBuffer): Extension {
  return new Extension({ extnID, critical: true, extnValue: value });
}
