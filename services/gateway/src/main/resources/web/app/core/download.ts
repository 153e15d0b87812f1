import { RequestError } from '../graphql/client';
import { end, session } from './session';

/** A file of the gateway, kept by the browser: a link could not carry the token. */
export async function download(path: string, name: string): Promise<void> {
  const answer = await fetch(path, { headers: { authorization: `Bearer ${session()?.token ?? ''}` } });
  if (answer.status === 401) {
    end(true);
  }
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
