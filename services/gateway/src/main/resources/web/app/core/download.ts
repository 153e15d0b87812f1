import { authorizedFetch } from './authorized';
import { RequestError } from './request-error';

const LONGEST_MILLIS = 120_000;

/** A file of the gateway, kept by the browser: a link could not carry the token. */
export async function download(path: string, name: string): Promise<void> {
  const answer = await authorizedFetch(path, {}, LONGEST_MILLIS);
  if (!answer.ok) {
    throw new RequestError(answer.status === 403 ? 'PERMISSION_DENIED' : 'UNAVAILABLE', '', '', true);
  }
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
