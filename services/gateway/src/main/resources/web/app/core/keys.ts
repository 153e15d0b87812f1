/** A key of a mutation: sent again with the same key, it is done once. */
export function newKey(): string {
  return crypto.randomUUID();
}
