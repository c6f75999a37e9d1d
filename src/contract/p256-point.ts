import { concatBytes } from './bytes.ts';

/*
 * Short spelling of public points of P-256 (SEC 1 version 2.0, sections 2.3.3 and 2.3.4; the curve: SEC 2, section 2.4.2).
 * BigInt takes other time for other numbers: this is for public points only, never for a secret.
 */

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8_aa3a93e7_b3ebbd55_769886bc_651d06b0_cc53b0f6_3bce3c3e_27d2604bn;
const COORDINATE_LENGTH = 32;
const UNCOMPRESSED = 4;

/** The 33 bytes of a point given as 65 bytes; undefined for anything that is not an uncompressed point of the curve. */
export function compressPoint(point: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (point.length !== 1 + 2 * COORDINATE_LENGTH || point[0] !== UNCOMPRESSED) return undefined;
  const xBytes = point.subarray(1, 1 + COORDINATE_LENGTH);
  const x = toNumber(xBytes);
  const y = toNumber(point.subarray(1 + COORDINATE_LENGTH));
  if (x >= P || y >= P || (y * y) % P !== rightSide(x)) return undefined;
  return concatBytes(Uint8Array.of(y & 1n ? 3 : 2), xBytes);
}

/** The 65 bytes of a point given as 33 bytes; undefined where no such point lies on the curve. */
export function decompressPoint(point: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const sign = point[0];
  if (point.length !== 1 + COORDINATE_LENGTH || (sign !== 2 && sign !== 3)) return undefined;
  const xBytes = point.subarray(1);
  const x = toNumber(xBytes);
  if (x >= P) return undefined;
  const square = rightSide(x);
  // P is 3 modulo 4: where a root exists, this is one.
  const root = power(square, (P + 1n) / 4n);
  if ((root * root) % P !== square) return undefined;
  const y = (root & 1n) === BigInt(sign & 1) ? root : P - root;
  // No point of this curve has y = 0, so y is below P here.
  return concatBytes(Uint8Array.of(UNCOMPRESSED), xBytes, toBytes(y));
}

/** x³ − 3x + b modulo P. */
function rightSide(x: bigint): bigint {
  return (((x * x + P - 3n) % P) * x + B) % P;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
}

function toBytes(number: bigint): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: COORDINATE_LENGTH }, (_, i) =>
    Number((number >> BigInt(8 * (COORDINATE_LENGTH - 1 - i))) & 0xffn),
  );
}
