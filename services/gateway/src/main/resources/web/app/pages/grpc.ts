import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { go, href } from '../core/router';
import type { RequestError } from '../graphql/client';
import { messageFields } from '../grpc/fields';
import { calls, forget, remember, type Call } from '../grpc/history';
import { call, parsed, readServices, type Answer, type JsonObject, type Method, type Services } from '../grpc/services';
import { t } from '../i18n/texts';
import { failureNote, loadingNote } from '../parts/notes';

/** The methods of the services: a form for each request, the answer, what was called before. */
@customElement('grpc-page')
export class GrpcPage extends ConsoleElement {
  @property() service = '';
  @property() method = '';

  @state() private types?: Services;
  @state() private request: JsonObject = {};
  /** The request as somebody writes it, while it is no object of JSON. */
  @state() private draft?: string;
  @state() private asJson = false;
  @state() private metadata: Array<[string, string]> = [];
  @state() private answer?: Answer;
  @state() private busy = false;
  @state() private failure?: RequestError;

  /** What was called before and is now taken up again, until its method's form is there. */
  private restored?: Call;

  protected override begin() {
    readServices()
      .then((types) => (this.types = types))
      .catch((problem: RequestError) => (this.failure = problem));
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const restored = this.restored;
    this.restored = undefined;
    if (changed.has('service') || changed.has('method')) {
      this.request = (restored && parsed(restored.request)) ?? {};
      this.draft = undefined;
      this.metadata = restored?.metadata ?? [];
      this.answer = undefined;
    }
  }

  protected override render() {
    return html`<section>
      <header class="head">
        <h1>${t('nav.grpc')}</h1>
        <p class="quiet">${t('grpc.what')}</p>
      </header>
      ${failureNote(this.failure)} ${this.types ? this.page(this.types) : this.failure ? nothing : loadingNote()}
    </section>`;
  }

  private page(types: Services) {
    const method = types.services[this.service]?.methods.find((one) => one.name === this.method);
    return html`<div class="two wide">
      <div class="stack">${this.chooser(types)} ${method ? this.form(types, method) : nothing}</div>
      <div class="stack">${this.answer ? answerCard(this.answer) : nothing} ${this.earlier()}</div>
    </div>`;
  }

  private chooser(types: Services) {
    const methods = types.services[this.service]?.methods ?? [];
    return html`<section class="card forms">
      <label
        >${t('grpc.service')}
        <select @change=${(event: Event) => go(href('grpc', (event.target as HTMLSelectElement).value))}>
          <option value="" .selected=${!this.service}>–</option>
          ${Object.entries(types.services).map(
            ([name, one]) => html`<option value=${name} .selected=${name === this.service}>${one.name}</option>`,
          )}
        </select></label
      >
      <label
        >${t('grpc.method')}
        <select @change=${(event: Event) => go(href('grpc', this.service, (event.target as HTMLSelectElement).value))}>
          <option value="" .selected=${!this.method}>–</option>
          ${methods.map(
            (one) =>
              html`<option value=${one.name} .selected=${one.name === this.method} ?disabled=${one.stream}>
                ${one.name}${one.stream ? ` (${t('grpc.stream')})` : ''}
              </option>`,
          )}
        </select></label
      >
    </section>`;
  }

  private form(types: Services, method: Method) {
    return html`<form class="card fields" novalidate @submit=${(event: SubmitEvent) => this.send(event)}>
      <p class="row">
        <code>${method.request} → ${method.response}</code>
        <button type="button" aria-pressed=${!this.asJson} @click=${() => (this.asJson = false)}>${t('grpc.form')}</button>
        <button type="button" aria-pressed=${this.asJson} @click=${() => (this.asJson = true)}>JSON</button>
      </p>
      ${this.asJson ? this.text() : messageFields(types, method.request, this.request, (next) => this.put(next))} ${this.metadataFields()}
      <p class="row"><button class="main" ?disabled=${this.busy || this.draft !== undefined}>${t('grpc.call')}</button></p>
    </form>`;
  }

  private text() {
    const wrong = this.draft !== undefined;
    return html`<label
      >${t('grpc.request')}
      <textarea
        rows="16"
        spellcheck="false"
        aria-invalid=${wrong ? 'true' : nothing}
        .value=${this.draft ?? JSON.stringify(this.request, null, 2)}
        @change=${(event: Event) => this.write((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      ${wrong ? html`<small class="bad">${t('grpc.noJson')}</small>` : nothing}</label
    >`;
  }

  private metadataFields() {
    const put = (at: number, entry?: [string, string]) => {
      this.metadata = this.metadata.flatMap((old, index) => (index !== at ? [old] : entry ? [entry] : []));
    };
    return html`<fieldset>
      <legend>${t('grpc.metadata')}</legend>
      ${this.metadata.map(
        ([name, value], index) => html`<div class="row">
          <label>${t('grpc.key')} <input .value=${name} @change=${(event: Event) => put(index, [(event.target as HTMLInputElement).value, value])} /></label>
          <label>${t('grpc.value')} <input .value=${value} @change=${(event: Event) => put(index, [name, (event.target as HTMLInputElement).value])} /></label>
          <button type="button" class="link" @click=${() => put(index)}>${t('grpc.remove')}</button>
        </div>`,
      )}
      <p><button type="button" @click=${() => (this.metadata = [...this.metadata, ['', '']])}>${t('grpc.add')}</button></p>
    </fieldset>`;
  }

  private earlier() {
    const all = calls();
    return html`<section class="card">
      <h2>${t('grpc.before')}</h2>
      ${all.length
        ? html`<ul class="history">
              ${all.map(
                (one) => html`<li>
                  <button type="button" class="link" @click=${() => this.restore(one)}>${one.service}/${one.method}</button>
                  <small class=${one.status === 200 ? '' : 'bad'}>${one.status}, ${new Date(one.at).toLocaleTimeString()}</small>
                </li>`,
              )}
            </ul>
            <p><button type="button" @click=${() => this.clear()}>${t('grpc.forget')}</button></p>`
        : html`<p class="empty">${t('grpc.nothingBefore')}</p>`}
    </section>`;
  }

  private put(request: JsonObject) {
    this.request = request;
  }

  private write(text: string) {
    const json = text.trim() ? parsed(text) : {};
    this.draft = json ? undefined : text;
    this.request = json ?? this.request;
  }

  private restore(before: Call) {
    if (before.service === this.service && before.method === this.method) {
      this.request = parsed(before.request) ?? {};
      this.draft = undefined;
      this.metadata = before.metadata;
      return;
    }
    this.restored = before;
    go(href('grpc', before.service, before.method));
  }

  private clear() {
    forget();
    this.requestUpdate();
  }

  private async send(event: SubmitEvent) {
    event.preventDefault();
    const { service, method, metadata } = this;
    const name = this.types?.services[service]?.name ?? '';
    const request = JSON.stringify(this.request);
    this.busy = true;
    this.failure = undefined;
    try {
      const answer = await call(name, method, request, metadata);
      remember({ at: Date.now(), service, method, request, metadata, status: answer.status });
      if (service === this.service && method === this.method) {
        this.answer = answer;
      }
    } catch (problem) {
      this.failure = problem as RequestError;
    } finally {
      this.busy = false;
    }
  }
}

/** An answer; of a refusal, its details as a table, too. */
function answerCard(answer: Answer) {
  const status = answer.status === 200 ? undefined : (answer.body as { code?: number; message?: string; details?: Detail[] });
  return html`<section class="card" role="status">
    <h2>${t('grpc.answer')} <small>${answer.status}, ${answer.millis} ms</small></h2>
    ${status
      ? html`<p class="note bad"><strong>${status.details?.[0]?.reason ?? status.code}</strong><span>${status.message}</span></p>
          ${(status.details ?? []).map(
            (detail) => html`<dl class="facts">
              <div><dt>domain</dt><dd>${detail.domain}</dd></div>
              ${Object.entries(detail.metadata ?? {}).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
            </dl>`,
          )}`
      : nothing}
    <pre class="scroll" tabindex="0" role="region" aria-label=${t('grpc.answer')}><code>${JSON.stringify(answer.body, null, 2)}</code></pre>
  </section>`;
}

interface Detail {
  reason?: string;
  domain?: string;
  metadata?: Record<string, string>;
}
