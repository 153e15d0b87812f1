import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { count, dateTime, decimal, percent } from '../core/format';
import { presentDate } from '../core/policies';
import { go, href } from '../core/router';
import { request, RequestError } from '../graphql/client';
import { Models, type ModelView } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import '../models/agreement-chart';
import '../models/score-chart';
import { emptyNote, failureNote, loadingNote, zoneNote } from '../parts/notes';

type Reading = ReturnType<NonNullable<typeof Models.types>>['models'];
type Shadow = Reading['shadows'][number];

const EVERY_MILLIS = 10_000;

/** The models that rank supporters: what each learned from and how good it was, which of them rank, and what the others would have chosen. */
@customElement('models-page')
export class ModelsPage extends ConsoleElement {
  @state() private reading?: Reading;
  @state() private failure?: RequestError;

  protected override begin() {
    this.every(EVERY_MILLIS, () => this.read());
  }

  private async read() {
    try {
      await presentDate();
      this.reading = (await request(Models, {})).models;
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  protected override render() {
    return html`<section>
      <header class="head"><h1>${t('nav.models')}</h1></header>
      <p class="lead">${t('models.what')}</p>
      ${failureNote(this.failure)} ${this.reading ? this.content(this.reading) : this.failure ? nothing : loadingNote()}
    </section>`;
  }

  private content(reading: Reading) {
    return html`${reading.refused.length ? html`<p class="note bad" role="alert">${t('models.refused', { models: reading.refused.join(', ') })}</p>` : nothing}
      <p class="above">${t('models.default')} <b>${reading.defaultModel}</b></p>
      <div class="two wide">
        <div class="stack">${reading.models.map((one) => this.card(one, reading))}</div>
        <div class="stack">
          ${this.shadows(reading)}
          <score-chart .models=${reading.models}></score-chart>
          <section class="card">
            <h2>${t('models.ofCall')}</h2>
            <p class="quiet">${t('models.ofCallNote')}</p>
            <form class="row below" @submit=${(event: SubmitEvent) => this.open(event)}>
              <label>${t('call.number')} <input name="id" inputmode="numeric" pattern="[0-9]{1,18}" required /></label>
              <button>${t('open')}</button>
            </form>
          </section>
        </div>
      </div>`;
  }

  private card(model: ModelView, reading: Reading) {
    const { training } = model;
    const fact = (name: string, value: unknown) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
    return html`<section class="card">
      <header class="head">
        <h2>${model.model}</h2>
        ${model.used ? html`<span class="badge state">${t(model.kind === 'NEAREST' || model.kind === 'KEEP_PROBABILITY' ? 'models.ranks' : 'models.contained')}</span>` : nothing}
        ${isShadow(model, reading) ? html`<span class="badge">${t('models.shadow')}</span>` : nothing}
      </header>
      <dl class="facts">
        ${fact(t('models.kind'), tv('modelKind', model.kind))}
        ${training
          ? html`${fact(t('models.training'), t('models.nights', { first: training.firstNight ?? '–', last: training.lastNight ?? '–', nights: count(training.nights) }))}
            ${fact(t('models.rows'), count(training.rows))} ${fact(t('region'), `${training.region} · ${tv('product', training.product)}`)}`
          : fact(t('models.training'), t('models.none'))}
        ${model.scores.length ? fact(t('models.scores'), model.scores.map((one) => html`<span class="pair">${tv('modelScore', one.name)} <b class="number">${decimal(one.value)}</b></span> `)) : nothing}
        ${model.features.length ? fact(t('models.features'), model.features.map((one) => html`<span class="pair">${tv('modelFeature', one.name)} <b class="number">× ${decimal(one.weight)}</b></span> `)) : nothing}
        ${model.areas ? fact(t('models.areas'), count(model.areas)) : nothing}
        ${model.checksum ? fact(t('models.checksum'), html`<code>${model.checksum}</code>`) : nothing}
      </dl>
    </section>`;
  }

  private shadows({ shadows, countedSince }: Reading) {
    return html`<section class="card">
      <h2>${t('models.shadows')}</h2>
      ${shadows.length
        ? html`<agreement-chart .shadows=${shadows}></agreement-chart>
            <div class="scroll" tabindex="0" role="region" aria-label=${t('models.shadows')}>
              <table>
                <thead>
                  <tr><th>${t('models.model')}</th><th class="number">${t('models.same')}</th><th class="number">${t('models.different')}</th><th class="number">${t('models.withoutChoice')}</th></tr>
                </thead>
                <tbody>
                  ${shadows.map(
                    (one) => html`<tr>
                      <td>${one.model}</td>
                      <td class="number">${count(one.same)}</td>
                      <td class="number">${count(one.different)} <small>${share(one)}</small></td>
                      <td class="number ${one.withoutChoice ? 'bad' : ''}">${count(one.withoutChoice)}</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            <p class="quiet">${t('models.since', { at: dateTime(countedSince) })} ${zoneNote()}</p>`
        : emptyNote(t('models.noShadows'))}
    </section>`;
  }

  private open(event: SubmitEvent) {
    event.preventDefault();
    go(href('calls', String(new FormData(event.target as HTMLFormElement).get('id'))));
  }
}

/** A shadow that is set without a version is the newest of its name; versions come with the newest first. */
function isShadow(model: ModelView, { models, shadows }: Reading): boolean {
  const name = model.model.split('@')[0];
  const newest = models.find((one) => one.model.split('@')[0] === name && one.training?.region === model.training?.region) === model;
  return shadows.some((one) => one.model === model.model || (newest && one.model === name));
}

/** How many of its choices were others. */
function share({ same, different }: Shadow): string {
  return same + different ? percent(different / (same + different)) : '';
}
