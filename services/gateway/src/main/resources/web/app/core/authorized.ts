import { anotherThan, endOf, freshSession } from './renewal';
import { RequestError } from './request-error';
import { session } from './session';

/** Asks the gateway as whoever is signed in. A token that it does not take is replaced once; if it takes none, the session is over. */
export async function authorizedFetch(path: string, options: RequestInit, longestMillis: number): Promise<Response> {
  const present = await freshSession();
  if (!present) {
    throw new RequestError('UNAUTHENTICATED', '', '', false);
  }
  const answer = await send(path, options, longestMillis, present.token);
  if (answer.status !== 401) {
    return answer;
  }
  const outcome = await anotherThan(present.token);
  if (outcome === 'unreachable') {
    throw new RequestError('UNREACHABLE', '', '', true);
  }
  const token = outcome === 'renewed' ? session()?.token : undefined;
  const second = token ? await send(path, options, longestMillis, token) : answer;
  if (second.status === 401) {
    endOf(token ?? present.token);
    throw new RequestError('UNAUTHENTICATED', '', '', false);
  }
  return second;
}

async function send(path: string, options: RequestInit, longestMillis: number, token: string): Promise<Response> {
  const headers = new Headers(options.headers);
  headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(path, { ...options, headers, signal: AbortSignal.timeout(longestMillis) });
  } catch {
    throw new RequestError('UNREACHABLE', '', '', true);
  }
}
