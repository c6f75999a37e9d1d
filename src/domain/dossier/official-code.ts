/**
 * The official dossier code: `<unitCode>-YYMMDD-XXXX`, the shape of live codes in Thanh Hóa; four digits as in Circular
 * 01/2018/TT-VPCP Art. 19. The pattern of Circular 03/2025 was not seen: everything else treats the code as opaque text,
 * so only this function would change. Only the server gives one (I7). `day` is the civil date of acceptance, `number` the order number of that day from 1 on; a day
 * with more than 9,999 dossiers makes the last part longer, never a code twice.
 */
export function formatOfficialCode(of: {
  readonly unitCode: string;
  readonly day: string;
  readonly number: number;
}): string {
  const yymmdd = of.day.slice(2).replaceAll('-', '');
  return `${of.unitCode}-${yymmdd}-${String(of.number).padStart(4, '0')}`;
}

/**
 * Whether official codes may begin with it. They stand in file names and on paper, their parts are split at dashes, and the
 * public page takes them in capitals, up to 40 signs, and apart from a tablet's own TAM- references (look-up.ts).
 */
export function isUnitCode(text: string): boolean {
  return /^(?!TAM)[A-Z0-9][A-Z0-9.]{2,24}$/.test(text);
}
