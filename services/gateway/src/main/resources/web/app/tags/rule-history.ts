import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { dateTime } from '../core/format';
import { KeptKey } from '../core/keys';
import { request, RequestError } from '../graphql/client';
import { RemoveTagRule, TagRuleHistory } from '../graphql/operations';
import { t } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote, zoneNote } from '../parts/notes';

type Change = ReturnType<NonNullable<typeof TagRuleHistory.types>>['tagRuleHistory'][number];

/** What was done to a rule, by whom and why, also to one that was removed; and its removal, with a reason. */
@customElement('rule-history')
export class RuleHistory extends ConsoleElement {
  /** The rule that is chosen; another one may be looked up. */
  @property() name = '';
  @state() private asked = '';
  @state() private changes?: Change[];
  @state() private failure?: RequestError;
  @state() private done = '';
  private readonly key = new KeptKey();

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('name') && this.name) {
      void this.look(this.name);
    }
  }

  /** The same rule was put meanwhile. */
  async again() {
    if (this.asked) {
      await this.read();
    }
  }

  private async look(name: string) {
    this.asked = name;
    this.changes = undefined;
    this.done = '';
    await this.read();
  }

  private async read() {
    const name = this.asked;
    try {
      const { tagRuleHistory } = await request(TagRuleHistory, { name });
      if (name === this.asked) {
        this.changes = tagRuleHistory;
        this.failure = undefined;
      }
    } catch (problem) {
      if (name === this.asked) {
        this.failure = problem as RequestError;
      }
    }
  }

  protected override render() {
    const newest = this.changes?.[0];
    return html`<section class="card">
      <h2>${t('ruleHistory.title')}</h2>
      <form class="row" @submit=${(event: SubmitEvent) => this.choose(event)}>
        <label>${t('tags.rule')} <input name="rule" maxlength="60" required .value=${this.asked} /></label>
        <button>${t('open')}</button>
      </form>
      ${failureNote(this.failure)} ${this.done ? html`<p class="note good" role="status">${this.done}</p>` : nothing}
      ${this.asked ? (this.changes ? this.list(this.changes) : this.failure ? nothing : loadingNote()) : nothing}
      ${newest && !newest.removed ? this.form() : nothing}
    </section>`;
  }

  private list(changes: Change[]) {
    if (!changes.length) {
      return emptyNote(t('ruleHistory.none'));
    }
    return html`${zoneNote()}
    <ol class="history">
      ${changes.map(
        (one) => html`<li>
          <b>${t(one.removed ? 'ruleHistory.removed' : 'ruleHistory.put')}</b> ${dateTime(one.at)} <small>${one.actor ?? ''}</small>
          ${one.reason ? html`<br /><small>${t('why')}: ${one.reason}</small>` : nothing}
          <br /><code>${one.rule.expression}</code>
          <small>→ ${one.rule.tag} · ${t('tags.order')} ${one.rule.order} · ${t('tags.enabled')}: ${one.rule.enabled ? t('yes') : t('no')}</small>
        </li>`,
      )}
    </ol>`;
  }

  private form() {
    return html`<form class="fields" @submit=${(event: SubmitEvent) => this.discard(event)}>
      <label>${t('ruleHistory.whyRemove')} <input name="reason" maxlength="500" required /></label>
      <p class="row"><button class="danger">${t('ruleHistory.remove', { name: this.asked })}</button></p>
    </form>`;
  }

  private choose(event: SubmitEvent) {
    event.preventDefault();
    return this.look(String(new FormData(event.target as HTMLFormElement).get('rule')).trim());
  }

  private async discard(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const input = { name: this.asked, reason: String(new FormData(form).get('reason')).trim() };
    if (!confirm(t('ruleHistory.ask', { name: input.name }))) {
      return;
    }
    this.done = '';
    try {
      await request(RemoveTagRule, { input: { ...input, clientMutationId: this.key.of(input) } });
      this.key.done();
      form.reset();
      await this.read();
      this.done = t('ruleHistory.done', { name: input.name });
      this.dispatchEvent(new CustomEvent('removed'));
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }
}
