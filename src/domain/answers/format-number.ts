/** `12.500` or `12,5`: as numbers are written here, in groups from five digits on, so that a year stays a year. */
export function formatNumber(n: number): string {
  const [whole = '', part] = String(Math.abs(n)).split('.');
  if (/[^\d]/.test(whole)) return String(n);
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '.') : whole;
  return `${n < 0 ? '-' : ''}${grouped}${part === undefined ? '' : `,${part}`}`;
}
