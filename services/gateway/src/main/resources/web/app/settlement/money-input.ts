/** An amount as somebody writes it, in the minor unit: 2000 won, 12.50 dollars. */
export function minorUnits(text: string, currency: string): number {
  return Math.round(Number(text) * 10 ** digits(currency));
}

/** An amount in the minor unit, as a field for it shows it. */
export function majorUnits(amount: number, currency: string): string {
  return (amount / 10 ** digits(currency)).toFixed(digits(currency));
}

/** What the smallest change of an amount is, as a field for it takes it: 1 won, 0.01 dollars. */
export function smallestStep(currency: string): string {
  return majorUnits(1, currency);
}

function digits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
}
