/** A request that was refused or did not come through. */
export class RequestError extends Error {
  constructor(
    readonly reason: string,
    readonly offending: string,
    readonly expected: string,
    readonly retryable: boolean,
  ) {
    super(offending ? `${reason}: ${offending}` + (expected ? ` (${expected})` : '') : reason);
  }
}
