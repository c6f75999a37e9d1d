import { createHash, type KeyObject, webcrypto, X509Certificate } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { OfficeCertificate } from './office-certificate.ts';
import { certificatesIn } from './pem.ts';

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
/** RFC 5035: the signature names the certificate it was made with, so that nobody can put another beside it. */
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';

/**
 * A detached CMS signature (RFC 5652, DER) over `content` with the office's certificate; SHA-256. With the attributes that
 * CAdES asks for (RFC 5126), so that it can stand in a PDF as well as beside a file.
 *
 * `withTime` puts the time of signing among the signed attributes; in a PDF (PAdES, ETSI EN 319 142-1) it stands in the
 * signature dictionary instead.
 */
export async function signDetached(
  content: Uint8Array<ArrayBuffer>,
  certificate: OfficeCertificate,
  withTime?: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const chain = certificatesIn(certificate.chain).map((der) => Certificate.fromBER(der));
  const [signer] = chain;
  if (signer === undefined) throw new Error('the office certificate holds no certificate');
  const attributes = [
    new Attribute({ type: CONTENT_TYPE, values: [new ObjectIdentifier({ value: ContentInfo.DATA })] }),
    ...(withTime === undefined
      ? []
      : [new Attribute({ type: SIGNING_TIME, values: [new UTCTime({ valueDate: withTime })] })]),
    new Attribute({ type: MESSAGE_DIGEST, values: [new OctetString({ valueHex: digest(content) })] }),
    new Attribute({ type: SIGNING_CERTIFICATE_V2, values: [signingCertificate(certificate.chain)] }),
  ];
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    certificates: chain,
  });
  await signed.sign(await importSigningKey(certificate.key), 0, 'SHA-256', content.buffer);
  const info = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER());
}

/** ESSCertIDv2 with its default hash, SHA-256. */
function signingCertificate(chain: string): Sequence {
  const { raw } = new X509Certificate(chain);
  const id = new Sequence({ value: [new OctetString({ valueHex: digest(raw) })] });
  return new Sequence({ value: [new Sequence({ value: [id] })] });
}

function digest(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(createHash('sha256').update(bytes).digest()).buffer;
}

function importSigningKey(key: KeyObject): Promise<webcrypto.CryptoKey> {
  const der = key.export({ type: 'pkcs8', format: 'der' });
  const algorithm =
    key.asymmetricKeyType === 'rsa'
      ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
      : {
          name: 'ECDSA',
          namedCurve: key.asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'P-384' : 'P-256',
        };
  return webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
}
