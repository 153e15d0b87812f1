import { session } from '../core/session';

/** What the driver's app knew last, for a reload without a network. In the tab only: it has a customer's name and destination. */

const KEY = 'supporters.drive';

export function keep(known: object) {
  sessionStorage.setItem(KEY, JSON.stringify({ subject: session()?.subject, known }));
}

/** What was kept for whoever is signed in. */
export function kept<T>(): T | undefined {
  const text = sessionStorage.getItem(KEY);
  const { subject, known } = text ? (JSON.parse(text) as { subject: string; known: T }) : { subject: '', known: undefined };
  return subject === session()?.subject ? known : undefined;
}
