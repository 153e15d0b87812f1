import { authorizedFetch } from '../core/authorized';
import { RequestError } from '../core/request-error';
import type { Operation } from './operations';

export { RequestError };

interface GraphQlError {
  message: string;
  extensions?: { reason?: string; code?: string; offending?: string; expected?: string; retryable?: boolean };
}

const LONGEST_MILLIS = 10_000;

/**
 * Asks the gateway. Where only a part of an answer failed, the whole is refused: a page shows no half truth.
 *
 * @param longestMillis how long an answer may take
 * @param oldestSeconds how old an answer may be that the gateway has for others already; 0 for a new one
 */
export async function request<A, V>(operation: Operation<A, V>, variables: V, longestMillis = LONGEST_MILLIS, oldestSeconds = 0): Promise<A> {
  let body = await send<A>({ extensions: persisted(operation), variables }, longestMillis, oldestSeconds);
  if (body.errors?.[0]?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND') {
    // a gateway of another version, as there are while it is upgraded
    body = await send<A>({ query: operation.text, variables }, longestMillis, oldestSeconds);
  }
  const error = body.errors?.[0];
  if (error || !body.data) {
    throw refusal(error);
  }
  return body.data;
}

interface Body<A> {
  data?: A | null;
  errors?: GraphQlError[];
}

/** The same, where an answer that others were given a moment ago will do: for pages that ask again and again. */
export function recent<A, V>(operation: Operation<A, V>, variables: V, oldestSeconds: number): Promise<A> {
  return request(operation, variables, LONGEST_MILLIS, oldestSeconds);
}

/** By this the gateway knows the operation. */
function persisted(operation: { hash: string }) {
  return { persistedQuery: { version: 1, sha256Hash: operation.hash } };
}

async function send<A>(sent: object, longestMillis: number, oldestSeconds: number): Promise<Body<A>> {
  const answer = await authorizedFetch(
    '/graphql',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...(oldestSeconds ? { 'cache-control': `max-age=${oldestSeconds}` } : {}) },
      body: JSON.stringify(sent),
    },
    longestMillis,
  );
  const body = (await answer.json().catch(() => undefined)) as Body<A> | undefined;
  if (!body) {
    throw new RequestError('UNREACHABLE', `status ${answer.status}`, '', true);
  }
  return body;
}

export function refusal(error: GraphQlError | undefined): RequestError {
  const told = error?.extensions;
  return new RequestError(
    told?.reason ?? told?.code ?? 'INTERNAL',
    told?.offending ?? error?.message ?? '',
    told?.expected ?? '',
    told?.retryable ?? false,
  );
}

/**
 * All pages of a list.
 *
 * @param most pages that are read; a list that is longer is cut, and said to be
 */
export async function pages<T>(
  most: number,
  read: (after: string | null) => Promise<{ items: T[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }>,
): Promise<{ items: T[]; cut: boolean }> {
  const items: T[] = [];
  let after: string | null = null;
  for (let page = 0; page < most; page++) {
    const { items: more, pageInfo } = await read(after);
    items.push(...more);
    if (!pageInfo.hasNextPage) {
      return { items, cut: false };
    }
    after = pageInfo.endCursor;
  }
  return { items, cut: true };
}
