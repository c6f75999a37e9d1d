import { collect } from '../draw/paper-document.ts';
import { signDetached } from './detached.ts';
import type { OfficeCertificate } from './office-certificate.ts';

/* A part of pdfkit that its types leave out: the catalogue of the document, whose form `initForm` makes. */
declare global {
  namespace PDFKit {
    interface PDFDocument {
      readonly _root: { readonly data: { readonly AcroForm: { data: Record<string, unknown> } } };
    }
  }
}

/** Bytes kept for the signature: enough for a certificate chain of three with RSA-4096. */
const ROOM = 12_000;
const UNKNOWN = 9_999_999_999;

/**
 * Ends the document with the office's signature in it: PAdES baseline B (ETSI EN 319 142-1), an invisible field whose
 * signature covers every byte but its own. `at` is the time of signing, `reason` a sentence for whoever looks.
 */
export async function signPdf(
  doc: PDFKit.PDFDocument,
  certificate: OfficeCertificate,
  asked: { readonly at: Date; readonly reason: string },
): Promise<Uint8Array<ArrayBuffer>> {
  addSignatureField(doc, certificate.name, asked);
  const bytes = await collect(doc);
  const text = Buffer.from(bytes.buffer);
  const open = text.indexOf(`<${'0'.repeat(2 * ROOM)}>`);
  const range = text.indexOf(PLACEHOLDER);
  if (open < 0 || range < 0) throw new Error('the PDF has no room for its signature');
  const close = open + 2 * ROOM + 2;
  const covered = `[0 ${open} ${close} ${bytes.length - close}]`;
  text.write(covered.padEnd(PLACEHOLDER.length), range, 'latin1');

  const signature = await signDetached(
    new Uint8Array(Buffer.concat([text.subarray(0, open), text.subarray(close)])),
    certificate,
  );
  if (signature.length > ROOM) throw new Error('the certificate chain is too long for a PDF signature');
  text.write(Buffer.from(signature).toString('hex'), open + 1, 'latin1');
  return bytes;
}

const PLACEHOLDER = `[0 ${UNKNOWN} ${UNKNOWN} ${UNKNOWN}]`;

function addSignatureField(
  doc: PDFKit.PDFDocument,
  name: string,
  { at, reason }: { readonly at: Date; readonly reason: string },
): void {
  const signature = doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN],
    Contents: Buffer.alloc(ROOM),
    M: at,
    Name: text(name),
    Reason: text(reason),
  });
  signature.end(undefined);
  doc.switchToPage(0);
  const field = doc.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    Rect: [0, 0, 0, 0],
    FT: 'Sig',
    T: text('VeBan'),
    // Printed, and not to be changed.
    F: 132,
    V: signature,
    P: doc.page.dictionary,
  });
  field.end(undefined);
  doc.page.annotations.push(field);
  doc.initForm();
  const form = doc._root.data.AcroForm;
  // No field that a viewer would draw, so the fonts of a form are not needed; 3: signed, only ever to be added to.
  form.data = { ...form.data, Fields: [field], NeedAppearances: false, SigFlags: 3 };
}

/** pdfkit writes a String object as text and a plain string as a name. */
function text(value: string): unknown {
  return Object(value);
}
