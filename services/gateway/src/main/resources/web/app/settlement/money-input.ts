/** An amount as somebody writes it, in the minor unit: 2000 won, 12.50 dollars. */
export function minorUnits(text: string, currency: string): number {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
  return Math.round(Number(text) * 10 ** digits);
}
