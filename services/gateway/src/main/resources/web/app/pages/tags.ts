import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { newKey } from '../core/keys';
import { presentDate } from '../core/policies';
import { has } from '../core/session';
import { request, RequestError } from '../graphql/client';
import { AddTag, EntitiesWithTag, EntityTags, PutTagRule, RemoveTag, TagRules, type PutTagRuleInput } from '../graphql/operations';
import { t } from '../i18n/texts';
import { emptyNote, failureNote, loadingNote } from '../parts/notes';
import '../tags/rule-bench';
import '../tags/rule-history';
import type { RuleHistory } from '../tags/rule-history';

type Rule = { name: string; tag: string; expression: string; enabled: boolean; order: number };
const NEW: Rule = { name: '', tag: '', expression: '', enabled: true, order: 0 };

/** Tags of entities, and the rules that give them to calls. */
@customElement('tags-page')
export class TagsPage extends ConsoleElement {
  @state() private rules?: Rule[];
  @state() private rule?: Rule;
  @state() private entity = '';
  @state() private tags?: Array<{ name: string; description: string | null }>;
  @state() private tagged?: { tag: string; ids: Array<string>; after: string | null };
  @state() private failure?: RequestError;
  @state() private done = '';

  protected override begin() {
    void this.act(async () => {
      await presentDate(); // times are shown in its region's zone
      await this.readRules();
    });
  }

  private async readRules() {
    this.rules = (await request(TagRules, {})).tagRules as Rule[];
  }

  protected override render() {
    return html`<section>
      <header class="head"><h1>${t('nav.tags')}</h1></header>
      ${failureNote(this.failure)} ${this.done ? html`<p class="note good" role="status">${this.done}</p>` : nothing}
      <div class="two">
        <section class="card">
          <h2>${t('tags.rules')}</h2>
          ${this.rules ? this.table(this.rules) : this.failure ? nothing : loadingNote()}
          ${has('operator') ? html`<p class="row"><button @click=${() => (this.rule = { ...NEW })}>${t('tags.newRule')}</button></p>` : nothing}
          ${this.rule ? this.form(this.rule) : nothing}
        </section>
        <div class="stack">
          <section class="card">
            <h2>${t('tags.entity')}</h2>
            ${this.entityTags()}
          </section>
          <section class="card">
            <h2>${t('tags.with')}</h2>
            ${this.entities()}
          </section>
          ${has('operator')
            ? html`<rule-bench .expression=${this.rule?.expression ?? ''} .order=${this.rule?.order ?? 0}></rule-bench>
                <rule-history .name=${this.rule?.name ?? ''} @removed=${() => this.removed()}></rule-history>`
            : nothing}
        </div>
      </div>
    </section>`;
  }

  private table(rules: Rule[]) {
    if (!rules.length) {
      return emptyNote(t('tags.noRules'));
    }
    return html`<div class="scroll">
      <table>
        <thead>
          <tr><th>${t('tags.order')}</th><th>${t('tags.rule')}</th><th>${t('tags.tag')}</th><th>${t('tags.expression')}</th><th>${t('tags.enabled')}</th></tr>
        </thead>
        <tbody>
          ${rules.map(
            (one) => html`<tr>
              <td>${one.order}</td>
              <td><button class="link" @click=${() => (this.rule = one)}>${one.name}</button></td>
              <td>${one.tag}</td>
              <td><code>${one.expression}</code></td>
              <td>${one.enabled ? t('yes') : t('no')}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private form(rule: Rule) {
    return html`<form class="fields" @submit=${(event: SubmitEvent) => this.save(event)}>
      <h3>${rule.name || t('tags.newRule')}</h3>
      <label>${t('tags.rule')} <input name="name" maxlength="60" required .value=${rule.name} ?readonly=${rule.name !== ''} /></label>
      <label>${t('tags.tag')} <input name="tag" required .value=${rule.tag} /></label>
      <label>${t('tags.expression')} <textarea name="expression" rows="3" maxlength="2000" required spellcheck="false" .value=${rule.expression}></textarea></label>
      <label>${t('tags.order')} <input name="order" type="number" min="0" max="10000" step="1" required .value=${String(rule.order)} /></label>
      <label class="check"><input name="enabled" type="checkbox" .checked=${rule.enabled} /> ${t('tags.enabled')}</label>
      <p class="row">
        <button class="main">${t('save')}</button>
        <button type="button" @click=${() => (this.rule = undefined)}>${t('close')}</button>
      </p>
    </form>`;
  }

  private entityTags() {
    return html`<form class="row" @submit=${(event: SubmitEvent) => this.look(event)}>
        <label>${t('tags.entityId')} <input name="entity" placeholder="driver:1004550" pattern="[a-z]+:.+" required .value=${this.entity} /></label>
        <button>${t('open')}</button>
      </form>
      ${this.tags
        ? html`${this.tags.length
              ? html`<ul>
                  ${this.tags.map((one) => html`<li>${one.name} <small>${one.description}</small> <button class="link" @click=${() => this.untag(one.name)}>${t('tags.remove')}</button></li>`)}
                </ul>`
              : emptyNote(t('tags.noTags'))}
            <form class="row" @submit=${(event: SubmitEvent) => this.add(event)}>
              <label>${t('tags.tag')} <input name="tag" required /></label>
              <button>${t('tags.add')}</button>
            </form>`
        : nothing}`;
  }

  private entities() {
    return html`<form class="row" @submit=${(event: SubmitEvent) => this.find(event)}>
        <label>${t('tags.tag')} <input name="tag" required /></label>
        <button>${t('open')}</button>
      </form>
      ${this.tagged
        ? this.tagged.ids.length
          ? html`<ul class="columns">
                ${this.tagged.ids.map((id) => html`<li>${id}</li>`)}
              </ul>
              ${this.tagged.after ? html`<button @click=${() => this.findMore()}>${t('older')}</button>` : nothing}`
          : emptyNote(t('tags.nobody'))
        : nothing}`;
  }

  private save(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const input: PutTagRuleInput = {
      name: String(form.get('name')),
      tag: String(form.get('tag')),
      expression: String(form.get('expression')),
      enabled: form.has('enabled'),
      order: Number(form.get('order')),
      clientMutationId: newKey(),
    };
    return this.act(async () => {
      await request(PutTagRule, { input });
      await this.readRules();
      await this.querySelector<RuleHistory>('rule-history')?.again();
      this.rule = undefined;
    }, t('saved'));
  }

  /** The rule is not there any more, so it is not edited either. */
  private removed() {
    this.rule = undefined;
    return this.act(() => this.readRules());
  }

  private look(event: SubmitEvent) {
    event.preventDefault();
    this.entity = String(new FormData(event.target as HTMLFormElement).get('entity'));
    return this.act(() => this.readTags());
  }

  private async readTags() {
    this.tags = (await request(EntityTags, { entityId: this.entity })).tags;
  }

  private add(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const tag = String(new FormData(form).get('tag'));
    return this.act(async () => {
      await request(AddTag, { input: { entityId: this.entity, tag, clientMutationId: newKey() } });
      form.reset();
      await this.readTags();
    }, t('saved'));
  }

  private untag(tag: string) {
    return this.act(async () => {
      await request(RemoveTag, { input: { entityId: this.entity, tag, clientMutationId: newKey() } });
      await this.readTags();
    }, t('saved'));
  }

  private find(event: SubmitEvent) {
    event.preventDefault();
    const tag = String(new FormData(event.target as HTMLFormElement).get('tag'));
    this.tagged = { tag, ids: [], after: null };
    return this.findMore();
  }

  private findMore() {
    return this.act(async () => {
      const before = this.tagged;
      if (before) {
        const { entityPage } = await request(EntitiesWithTag, { tagName: before.tag, after: before.after });
        this.tagged = { tag: before.tag, ids: [...before.ids, ...entityPage.entityIds], after: entityPage.pageInfo.hasNextPage ? entityPage.pageInfo.endCursor : null };
      }
    });
  }

  private async act(action: () => Promise<unknown>, done = '') {
    this.done = '';
    try {
      await action();
      this.failure = undefined;
      this.done = done;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }
}
