/** DER as PEM with this label, 64 characters a line. */
export function toPem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

/** Every certificate of a PEM text in its order, as DER. */
export function certificatesIn(pem: string): readonly Uint8Array<ArrayBuffer>[] {
  return [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g)].map(
    ([, body = '']) => new Uint8Array(Buffer.from(body, 'base64')),
  );
}
