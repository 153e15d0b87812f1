import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { authorizedFetch } from '../core/authorized';
import { ConsoleElement } from '../core/element';
import { count } from '../core/format';
import { RequestError } from '../core/request-error';
import type { Product } from '../graphql/operations';
import { t } from '../i18n/texts';
import { failureNote } from '../parts/notes';

const PRODUCT: Product = 'DRIVER';
const LONGEST_MILLIS = 120_000;
const MOST_LINES = 50;
const TOO_LARGE = 413;

interface ImportResult {
  taken: number;
  refused: Array<{ line: number; text: string }>;
}

interface Refused {
  reason: string;
  offending: string;
  expected: string;
  retryable: boolean;
}

/** Drivers' last four weeks as the legacy system knows them: a file goes up, and each line that was not taken is named. */
@customElement('statistics-import')
export class StatisticsImport extends ConsoleElement {
  @state() private result?: ImportResult;
  @state() private busy = false;
  @state() private failure?: RequestError;

  protected override render() {
    return html`<details class="card">
      <summary>${t('statistics.title')}</summary>
      <p>${t('statistics.what')}</p>
      <p class="quiet"><code>driver_id,date,completed_drives,cancelled_drives,accidents,fines,rating_count,average_rating</code></p>
      ${failureNote(this.failure)} ${this.result ? this.told(this.result) : nothing}
      <form class="row" @submit=${(event: SubmitEvent) => this.send(event)}>
        <label>${t('statistics.file')} <input name="file" type="file" accept=".csv,.tsv,.txt,text/csv" required /></label>
        <button class="main" ?disabled=${this.busy}>${t(this.busy ? 'statistics.busy' : 'statistics.send')}</button>
      </form>
    </details>`;
  }

  private told({ taken, refused }: ImportResult) {
    return html`<p class="note ${refused.length ? 'warn' : 'good'}" role="status">${t('statistics.taken', { taken: count(taken), refused: count(refused.length) })}</p>
      ${refused.length
        ? html`<ul class="refused-lines" lang="en">
              ${refused.slice(0, MOST_LINES).map((one) => html`<li>${one.text}</li>`)}
            </ul>
            ${refused.length > MOST_LINES ? html`<p class="empty">${t('more', { count: refused.length - MOST_LINES })}</p>` : nothing}`
        : nothing}`;
  }

  private async send(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const file = new FormData(form).get('file') as File;
    this.busy = true;
    this.result = undefined;
    this.failure = undefined;
    try {
      this.result = await upload(file);
      form.reset();
    } catch (problem) {
      this.failure = problem as RequestError;
    }
    this.busy = false;
  }
}

async function upload(file: File): Promise<ImportResult> {
  const answer = await authorizedFetch(`/import/driver-statistics?product=${PRODUCT}`, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: await file.arrayBuffer() }, LONGEST_MILLIS);
  if (answer.ok) {
    return (await answer.json()) as ImportResult;
  }
  if (answer.status === TOO_LARGE) {
    throw new RequestError('FILE_TOO_LARGE', '', '', false);
  }
  const refused = (await answer.json().catch(() => undefined)) as Refused | undefined;
  throw new RequestError(refused?.reason ?? 'UNREACHABLE', refused?.offending ?? `status ${answer.status}`, refused?.expected ?? '', refused?.retryable ?? true);
}
