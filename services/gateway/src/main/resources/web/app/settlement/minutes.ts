import { clockTime } from '../core/format';
import { pages, request, RequestError } from '../graphql/client';
import { Minutes, type Product } from '../graphql/operations';
import { tv } from '../i18n/texts';
import type { Minute } from '../parts/class-band';

const PRODUCT: Product = 'DRIVER';
const MOST_PAGES = 15;

/** A shift minute by minute, of a driver or of whoever is signed in. Before the first shift there are none, which is no failure. */
export async function shiftMinutes(driverId: string | undefined, businessDate: string): Promise<Minute[]> {
  try {
    const { items } = await pages(MOST_PAGES, async (after) => {
      const { statementMinutes } = await request(Minutes, { driverId, product: PRODUCT, businessDate, after });
      return { items: statementMinutes.minutes, pageInfo: statementMinutes.pageInfo };
    });
    return items.map((one) => ({
      number: one.number,
      timeClass: one.timeClass,
      label: `${clockTime(one.beganAt)} ${tv('class', one.timeClass)} ${one.callIds.join(', ')}`,
    }));
  } catch (problem) {
    if ((problem as RequestError).reason === 'STATEMENT_NOT_FOUND') {
      return [];
    }
    throw problem;
  }
}
