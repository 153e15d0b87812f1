import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import type { AppPlatform, PolicyView } from '../graphql/operations';
import { t, tv } from '../i18n/texts';

/** The lists of a policy: which apps may begin a shift, and which tags supporters need, or must not have, for which calls. */

export type AppRule = NonNullable<PolicyView['appRules']>[number];
export type DriverTagRule = NonNullable<PolicyView['assignment']['driverTags']>[number];
export type Rules = Array<AppRule | DriverTagRule>;

const PLATFORMS: AppPlatform[] = ['ANDROID', 'IOS'];
const VERSION = /^\d+(\.\d+)*$/;
const TAG = /^[a-z0-9:-]{1,60}$/;

export function isAppRule(rule: AppRule | DriverTagRule): rule is AppRule {
  return 'minVersion' in rule;
}

/** Whether a rule is whole; the policy service checks all of it again. */
export function whole(rule: AppRule | DriverTagRule): boolean {
  return isAppRule(rule) ? Boolean(rule.platform) && VERSION.test(rule.minVersion) : TAG.test(rule.driverTag) && (rule.callTag === null || TAG.test(rule.callTag));
}

/** A rule in words. */
export function told(rule: AppRule | DriverTagRule): string {
  if (isAppRule(rule)) {
    return t('rules.app', { platform: tv('platform', rule.platform), version: rule.minVersion });
  }
  const values = { call: rule.callTag ?? '', driver: rule.driverTag };
  return rule.callTag === null ? t(rule.forbidden ? 'rules.allWithout' : 'rules.allWith', values) : t(rule.forbidden ? 'rules.without' : 'rules.with', values);
}

/** The rules of one list, each in a row; it tells of a change and keeps nothing. */
@customElement('rule-list')
export class RuleList extends ConsoleElement {
  @property() kind: 'apps' | 'driverTags' = 'apps';
  @property() name = '';
  @property({ attribute: false }) rules: Rules = [];

  protected override render() {
    return html`<fieldset>
      <legend>${this.name}</legend>
      ${this.rules.length ? this.rules.map((rule, index) => this.row(rule, index)) : html`<p class="empty">${t(this.kind === 'apps' ? 'rules.anyApp' : 'rules.noTags')}</p>`}
      <p class="row"><button type="button" @click=${() => this.tell([...this.rules, this.kind === 'apps' ? { platform: 'ANDROID' as const, minVersion: '' } : { callTag: null, driverTag: '', forbidden: false }])}>${t('rules.add')}</button></p>
    </fieldset>`;
  }

  private row(rule: AppRule | DriverTagRule, index: number) {
    return html`<div class="row rule" role="group" aria-label=${t('rules.number', { number: index + 1 })}>
      ${isAppRule(rule) ? this.app(rule, index) : this.tags(rule, index)}
      <button type="button" class="link" aria-label=${t('rules.removeNumber', { number: index + 1 })} @click=${() => this.tell(this.rules.filter((_, other) => other !== index))}>${t('rules.remove')}</button>
    </div>`;
  }

  private app(rule: AppRule, index: number) {
    return html`<label
        >${t('rules.platform')}
        <select @change=${(event: Event) => this.put(index, { ...rule, platform: text(event) as AppPlatform })}>
          ${PLATFORMS.map((one) => html`<option value=${one} ?selected=${one === rule.platform}>${tv('platform', one)}</option>`)}
        </select></label
      >
      <label>${t('rules.minVersion')} <input required pattern="[0-9]+(\\.[0-9]+)*" .value=${rule.minVersion} aria-invalid=${whole(rule) ? 'false' : 'true'} @change=${(event: Event) => this.put(index, { ...rule, minVersion: text(event) })} /></label>`;
  }

  private tags(rule: DriverTagRule, index: number) {
    return html`<label>${t('rules.callTag')} <input pattern="[a-z0-9:\\-]+" maxlength="60" .value=${rule.callTag ?? ''} @change=${(event: Event) => this.put(index, { ...rule, callTag: text(event) || null })} /></label>
      <label
        >${t('rules.supporters')}
        <select @change=${(event: Event) => this.put(index, { ...rule, forbidden: text(event) === 'without' })}>
          <option value="with" ?selected=${!rule.forbidden}>${t('rules.onlyWith')}</option>
          <option value="without" ?selected=${rule.forbidden}>${t('rules.onlyWithout')}</option>
        </select></label
      >
      <label>${t('rules.driverTag')} <input required pattern="[a-z0-9:\\-]+" maxlength="60" .value=${rule.driverTag} aria-invalid=${whole(rule) ? 'false' : 'true'} @change=${(event: Event) => this.put(index, { ...rule, driverTag: text(event) })} /></label>`;
  }

  private put(index: number, rule: AppRule | DriverTagRule) {
    this.tell(this.rules.map((one, other) => (other === index ? rule : one)));
  }

  private tell(rules: Array<AppRule | DriverTagRule>) {
    this.dispatchEvent(new CustomEvent('rules', { detail: rules }));
  }
}

function text(event: Event): string {
  return (event.target as HTMLInputElement).value.trim();
}
