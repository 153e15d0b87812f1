import { html, nothing } from 'lit';
import { count } from '../core/format';
import { href } from '../core/router';
import { t, tv } from '../i18n/texts';

/** What the night shows beside and below its map, live and of another moment. */

export interface AtWork {
  driverId: string;
  state: string | null;
  unreachable?: boolean;
}

const STATES = ['FREE', 'COMMANDED', 'ACCEPTED', 'ARRIVED', 'DRIVING', 'RESTING'];
const MOST_NAMED = 60;

/** Who is at work, by what they do. */
export function supportersByState(supporters: AtWork[]) {
  const unreachable = supporters.filter((one) => one.unreachable);
  return html`<ul class="states">
    ${STATES.map((state) => group(state, tv('dispatch', state), supporters.filter((one) => one.state === state)))}
    ${unreachable.length ? group('UNREACHABLE', t('tonight.unreachable'), unreachable) : nothing}
  </ul>`;
}

function group(state: string, name: string, of: AtWork[]) {
  return html`<li>
    <details>
      <summary><i class="key state-${state}"></i>${name} <b>${count(of.length)}</b></summary>
      ${of.length
        ? html`<p>${of.slice(0, MOST_NAMED).map((one) => html`<a href=${href('drivers', one.driverId)}>${one.driverId}</a> `)}${of.length > MOST_NAMED ? t('more', { count: of.length - MOST_NAMED }) : ''}</p>`
        : nothing}
    </details>
  </li>`;
}

export function figure(label: string, value: string | number, note = '', bad = false) {
  return html`<div class="figure ${bad ? 'bad' : ''}"><dt>${label}</dt><dd><b>${value}</b> <small>${note}</small></dd></div>`;
}

/** What the map's signs mean. */
export function mapLegend(moves: boolean) {
  return html`<p class="legend">
    <span><i class="shape triangle">▲</i>${tv('state', 'REQUESTED')}</span>
    <span><i class="shape commanded">◆</i>${tv('state', 'COMMANDED')}</span>
    <span><i class="shape coming">◆</i>${t('legend.coming')}</span>
    <span><i class="shape driving">◆</i>${tv('state', 'DRIVING')}</span>
    <span><i class="shape free">○</i>${t('legend.free')}</span>
    <span><i class="shape resting">○</i>${t('legend.resting')}</span>
    <span><i class="shape">●</i>${t('legend.engaged')}</span>
    ${moves ? html`<span><i class="shape move">➝</i>${t('legend.move')}</span>` : nothing}
  </p>`;
}
