import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { count } from '../core/format';
import { request, RequestError } from '../graphql/client';
import { TryTagRule, type SampleCallInput } from '../graphql/operations';
import { t } from '../i18n/texts';
import { failureNote } from '../parts/notes';
import { minorUnits } from '../settlement/money-input';

type Trial = ReturnType<NonNullable<typeof TryTagRule.types>>['tryTagRule'];
type Call = 'real' | 'sample';

const PLACES = ['origin', 'destination'] as const;

/** Tries an expression on a call, one that there is or a sample, before anybody puts it. Nothing is changed by it. */
@customElement('rule-bench')
export class RuleBench extends ConsoleElement {
  /** What the form begins with: that of the rule that is chosen. */
  @property() expression = '';
  @property({ attribute: false }) order = 0;
  @state() private on: Call = 'sample';
  @state() private trial?: Trial;
  @state() private tries = false;
  @state() private failure?: RequestError;

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('expression') || changed.has('order')) {
      this.trial = undefined;
    }
  }

  protected override render() {
    return html`<section class="card">
      <h2>${t('bench.title')}</h2>
      <p class="quiet">${t('bench.what')}</p>
      <form class="fields" @submit=${(event: SubmitEvent) => this.run(event)}>
        <label>${t('tags.expression')} <textarea name="expression" rows="3" maxlength="2000" required spellcheck="false" .value=${this.expression}></textarea></label>
        <label>${t('tags.order')} <input name="order" type="number" min="0" max="10000" step="1" required .value=${String(this.order)} /></label>
        <label
          >${t('bench.on')}
          <select name="on" @change=${(event: Event) => (this.on = (event.target as HTMLSelectElement).value as Call)}>
            <option value="sample" ?selected=${this.on === 'sample'}>${t('bench.sample')}</option>
            <option value="real" ?selected=${this.on === 'real'}>${t('bench.real')}</option>
          </select></label
        >
        ${this.on === 'real' ? html`<label>${t('call.number')} <input name="callId" inputmode="numeric" pattern="[0-9]{1,18}" required /></label>` : this.sample()}
        <p class="row"><button class="main" ?disabled=${this.tries}>${t('bench.try')}</button></p>
      </form>
      ${failureNote(this.failure)}
      <div role="status">${this.trial ? this.outcome(this.trial) : nothing}</div>
    </section>`;
  }

  private sample() {
    const place = (name: string, title: string) => html`<fieldset>
      <legend>${title}</legend>
      <label>${t('latitude')} <input name="${name}-lat" type="number" step="any" min="-90" max="90" /></label>
      <label>${t('longitude')} <input name="${name}-lng" type="number" step="any" min="-180" max="180" /></label>
      <label>${t('order.poi')} <input name="${name}-poi" maxlength="200" /></label>
    </fieldset>`;
    return html`<label>${t('customer')} <input name="userId" maxlength="64" /></label>
      ${place('origin', t('from'))} ${place('destination', t('to'))}
      <label>${t('bench.distance')} <input name="distance" type="number" min="0" step="1" /></label>
      <div class="row">
        <label>${t('fare')} <input name="fare" type="number" min="0" step="any" /></label>
        <label>${t('currency')} <input name="currency" pattern="[A-Z]{3}" value="KRW" /></label>
      </div>
      <small>${t('bench.unknown')}</small>`;
  }

  private outcome({ matches, cost, mostIterations, tags, error }: Trial) {
    return html`${error
        ? html`<p class="note bad"><strong>${t(error.compilation ? 'bench.notCompiled' : 'bench.failed')}</strong> <span>${error.message}${error.line ? ` (${t('bench.place', { line: error.line, column: error.column ?? 1 })})` : ''}</span></p>
            ${error.excerpt ? html`<pre class="excerpt" tabindex="0">${error.excerpt}</pre>` : nothing}`
        : html`<p class="note good"><strong>${t(matches ? 'bench.matches' : 'bench.matchesNot')}</strong></p>`}
      <p class="quiet">${t('bench.cost', { cost: count(cost) })} ${mostIterations === null ? nothing : t('bench.limit', { most: count(mostIterations) })} ${tags.length ? t('bench.tags', { tags: tags.join(', ') }) : t('bench.noTags')}</p>`;
  }

  private async run(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    this.trial = undefined;
    const half = PLACES.find((name) => Boolean(text(`${name}-lat`)) !== Boolean(text(`${name}-lng`)) || (text(`${name}-poi`) && !text(`${name}-lat`)));
    if (half) {
      this.failure = new RequestError('INVALID_ARGUMENT', t(half === 'origin' ? 'from' : 'to'), `${t('latitude')}, ${t('longitude')}`, false);
      return;
    }
    this.tries = true;
    try {
      const { tryTagRule } = await request(TryTagRule, {
        expression: text('expression'),
        order: Number(text('order')),
        callId: this.on === 'real' ? text('callId') : null,
        sample: this.on === 'real' ? null : sampled(text),
      });
      this.trial = tryTagRule;
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
    this.tries = false;
  }
}

/** What is left empty is unknown. */
function sampled(text: (name: string) => string): SampleCallInput {
  const place = (name: string) => {
    const [lat, lng] = [text(`${name}-lat`), text(`${name}-lng`)];
    return lat && lng ? { lat, lng, poi: text(`${name}-poi`) || null } : null;
  };
  const currency = text('currency');
  return {
    product: 'DRIVER',
    userId: text('userId') || null,
    origin: place('origin'),
    destination: place('destination'),
    distance: text('distance') ? Number(text('distance')) : null,
    fare: text('fare') && currency ? { amount: minorUnits(text('fare'), currency), currency } : null,
  };
}
