/** What the tests of the console say of what they see. */

export function same(actual: unknown, expected: unknown) {
  const [is, wanted] = [written(actual), written(expected)];
  if (is !== wanted) {
    throw new Error(`${is} (expected: ${wanted})`);
  }
}

export function ok(right: unknown) {
  if (!right) {
    throw new Error('it is not so');
  }
}

/** What something fails with. */
export async function failure(action: () => Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await action();
  } catch (failed) {
    return failed as Record<string, unknown>;
  }
  throw new Error('it does not fail');
}

/** One test; timers and sessions of it may be taken from it by the next one. */
export function test(name: string, fn: () => Promise<void> | void) {
  Deno.test({ name, fn, sanitizeOps: false, sanitizeResources: false });
}

function written(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
