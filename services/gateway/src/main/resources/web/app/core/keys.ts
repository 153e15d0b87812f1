/** A key of a mutation: sent again with the same key, it is done once. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** The key of something that may have to be sent again: the same for the same content, so that an answer that was lost does nothing twice. */
export class KeptKey {
  private content = '';
  private key = '';

  of(content: object): string {
    const text = JSON.stringify(content);
    if (text !== this.content) {
      this.content = text;
      this.key = newKey();
    }
    return this.key;
  }

  /** It was done: the same content is another thing from now on. */
  done() {
    this.content = '';
  }
}
