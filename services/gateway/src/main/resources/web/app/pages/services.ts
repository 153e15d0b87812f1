import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ConsoleElement } from '../core/element';
import { age, clockTime, count, decimal, duration, percent, realTime } from '../core/format';
import { presentDate } from '../core/policies';
import { request, RequestError } from '../graphql/client';
import { Operations, RemoteParts, type OperationsView, type PartView, type RemoteCaller, type ServiceStatusView } from '../graphql/operations';
import { t, tv } from '../i18n/texts';
import { failureNote, loadingNote, zoneNote } from '../parts/notes';

type Answer = ReturnType<NonNullable<typeof RemoteParts.types>>['remoteParts'];

/** What a service said, and when the browser read it, in real milliseconds: the services' clock may be a fast one. */
interface Reading {
  answer: Answer;
  at: number;
}

/** What a service saw of another one between two readings. */
interface Edge {
  caller: string;
  part: PartView;
  calls: number;
  failed: number;
  perSecond: number | null;
  /** Upper limits in milliseconds; Infinity beyond the last one, null without calls. */
  p50: number | null;
  p99: number | null;
  reasons: string;
}

const CALLERS: RemoteCaller[] = ['GATEWAY', 'CALL', 'ROUTING', 'COMMANDER', 'WORK'];
const EVERY_MILLIS = 5_000;
const STATES_MILLIS = 10_000;
/** What is compared: far enough apart for percentiles, near enough to be news. */
const LONGEST_MILLIS = 32_000;
/** How the gateway asks services for these very figures; it is no way of a call. */
const OWN = 'remote-parts';
/** As the alerts have it. */
const MANY_RECORDS = 1_000;
const OLD_SECONDS = 60;

/** Who asks whom, in the last half minute: how often, how slowly, and with how many failures. */
@customElement('services-page')
export class ServicesPage extends ConsoleElement {
  /** By caller and its process: each process has numbers of its own. */
  private readonly readings = new Map<string, Reading[]>();
  @state() private newest = new Map<RemoteCaller, Reading>();
  @state() private failures = new Map<RemoteCaller, RequestError>();
  @state() private operations?: OperationsView;
  @state() private failure?: RequestError;

  protected override begin() {
    this.every(EVERY_MILLIS, () => this.read());
    this.every(STATES_MILLIS, () => this.readStates());
  }

  private async readStates() {
    try {
      this.operations = (await request(Operations, {})).operations;
      this.failure = undefined;
    } catch (problem) {
      this.failure = problem as RequestError;
    }
  }

  private async read() {
    const newest = new Map<RemoteCaller, Reading>();
    const failures = new Map<RemoteCaller, RequestError>();
    await Promise.all(
      CALLERS.map(async (caller) => {
        try {
          await presentDate();
          const { remoteParts } = await request(RemoteParts, { caller });
          const reading = { answer: remoteParts, at: performance.now() };
          const key = caller + remoteParts.process;
          const lately = (this.readings.get(key) ?? []).filter((one) => reading.at - one.at <= LONGEST_MILLIS);
          this.readings.set(key, [...lately, reading]);
          newest.set(caller, reading);
        } catch (problem) {
          failures.set(caller, problem as RequestError);
        }
      }),
    );
    this.newest = newest;
    this.failures = failures;
  }

  protected override render() {
    const nothingKnown = !this.newest.size;
    const failed = this.failures.get('GATEWAY');
    return html`<section>
      <header class="head">
        <h1>${t('nav.services')}</h1>
        ${this.newest.size ? zoneNote() : nothing}
      </header>
      <p class="lead">${t('services.what')}</p>
      ${failureNote(failed)}
      ${[...this.failures].map(([caller, failure]) =>
        caller === 'GATEWAY' ? nothing : html`<p class="note bad">${t('services.unread', { caller: name(caller), reason: tv('error', failure.reason) })}</p>`,
      )}
      ${nothingKnown ? (failed ? nothing : loadingNote()) : this.edges()}
      ${failureNote(this.failure)} ${this.operations?.readAt ? this.states(this.operations) : nothing}
    </section>`;
  }

  private states({ services, readAt }: OperationsView) {
    return html`<h2>${t('services.states')}</h2>
      <div class="card scroll" tabindex="0" role="region" aria-label=${t('services.states')}>
        <table class="service-states">
          <thead>
            <tr>
              <th>${t('services.service')}</th><th>${t('services.version')}</th><th>${t('services.up')}</th><th class="number">${t('services.perSecond')}</th>
              <th class="number">${t('services.mean')}</th><th>${t('services.behind')}</th><th class="number">${t('services.readers')}</th>
            </tr>
          </thead>
          <tbody>
            ${services.map((one) => serviceState(one))}
          </tbody>
        </table>
      </div>
      <p class="quiet">${t('services.statesNote', { at: clockTime(readAt, true) })}</p>`;
  }

  private edges() {
    const edges = [...this.newest].flatMap(([caller, reading]) => {
      const first = this.first(caller, reading);
      return reading.answer.parts.map((part) => between(caller, part, reading, first));
    });
    edges.sort((one, other) => other.failed - one.failed || (other.p99 ?? 0) - (one.p99 ?? 0) || other.calls - one.calls);
    const newest = this.newest.get('GATEWAY') ?? [...this.newest.values()][0];
    const first = [...this.newest].map(([caller, reading]) => this.first(caller, reading)).find((one) => one);
    return html`${first ? this.verdict(edges) : nothing}
      <div class="card scroll" tabindex="0" role="region" aria-label=${t('nav.services')}>
        <table>
          <thead>
            <tr>
              <th>${t('services.caller')}</th><th>${t('services.callee')}</th><th class="number">${t('services.perSecond')}</th><th class="number">${t('services.failed')}</th>
              <th class="number">${t('services.p50')}</th><th class="number">${t('services.p99')}</th><th>${t('services.breaker')}</th><th>${t('why')}</th>
            </tr>
          </thead>
          <tbody>
            ${edges.map(
              (edge) => html`<tr>
                <td>${edge.caller}</td>
                <td>${edge.part.name}</td>
                <td class="number">${edge.perSecond === null ? '–' : decimal(edge.perSecond)}</td>
                <td class="number ${edge.failed ? 'bad' : ''}">${edge.calls ? percent(edge.failed / edge.calls) : '–'}</td>
                <td class="number">${milliseconds(edge.p50)}</td>
                <td class="number ${edge.failed ? 'bad' : ''}">${milliseconds(edge.p99)}</td>
                <td class=${edge.part.breakerOpen ? 'bad' : 'good'}>${edge.part.breakerOpen ? t('services.open') : t('services.closed')}</td>
                <td><small>${edge.reasons}</small></td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="quiet">${t('services.note', { from: clockTime(first?.answer.readAt, true), until: clockTime(newest?.answer.readAt, true) })}</p>`;
  }

  /** The earliest reading of the same process; none where there is only one. */
  private first(caller: RemoteCaller, reading: Reading): Reading | undefined {
    const first = this.readings.get(caller + reading.answer.process)?.[0];
    return first === reading ? undefined : first;
  }

  /** A service that waits for a slow one is late itself; so the cause is the edge behind which nothing fails. */
  private verdict(edges: Edge[]) {
    const failing = edges.filter((edge) => edge.failed > 0 && !edge.part.name.startsWith(OWN));
    const callers = new Set(failing.map((edge) => edge.caller));
    const cause = failing.find((edge) => !callers.has(edge.part.name.split('-')[0] ?? '')) ?? failing[0];
    if (!cause) {
      return this.failures.size ? nothing : html`<p class="note good" role="status">${t('services.well')}</p>`;
    }
    return html`<p class="note bad" role="status">
      ${t('services.slowest', {
        caller: cause.caller,
        callee: cause.part.name,
        p99: milliseconds(cause.p99),
        failed: percent(cause.failed / cause.calls),
        reasons: cause.reasons,
      })}
    </p>`;
  }
}

function serviceState(one: ServiceStatusView) {
  if (!one.answers) {
    return html`<tr>
      <th scope="row">${one.name}</th>
      <td>${one.version ?? '–'}</td>
      <td class="bad" colspan="5">${t('services.away', { age: age(one.since) })}</td>
    </tr>`;
  }
  const behind = one.topics.filter((topic) => topic.behind);
  const records = behind.reduce((sum, topic) => sum + (topic.behind ?? 0), 0);
  const heard = one.topics.flatMap((topic) => (topic.readerAgeSeconds === null ? [] : [topic.readerAgeSeconds]));
  return html`<tr>
    <th scope="row">${one.name}</th>
    <td>${one.version ?? '–'}</td>
    <td>${realTime(one.startedAt)}</td>
    <td class="number">${one.requestsPerSecond === null ? '–' : decimal(one.requestsPerSecond)}</td>
    <td class="number">${one.meanMilliseconds === null ? '–' : t('services.milliseconds', { value: decimal(one.meanMilliseconds) })}</td>
    <td class=${records > MANY_RECORDS ? 'bad' : ''}>
      ${one.topics.some((topic) => topic.behind !== null) ? t('services.records', { count: records }) : '–'}
      <small>${behind.map((topic) => t('services.inTopics', { topic: topic.topic, count: count(topic.behind ?? 0) })).join(', ')}</small>
    </td>
    <td class="number ${heard.some((seconds) => seconds > OLD_SECONDS) ? 'bad' : ''}">${heard.length ? duration(Math.max(...heard)) : '–'}</td>
  </tr>`;
}

/** Services are called by the same names everywhere. */
function name(caller: RemoteCaller): string {
  return caller.toLowerCase();
}

/** Nothing yet where there is one reading only: what a process did since it began is no news. */
function between(caller: RemoteCaller, part: PartView, reading: Reading, first: Reading | undefined): Edge {
  if (!first) {
    return { caller: name(caller), part, calls: 0, failed: 0, perSecond: null, p50: null, p99: null, reasons: '' };
  }
  const before = first.answer.parts.find((one) => one.name === part.name);
  const failed = part.failed - (before?.failed ?? 0);
  const calls = part.answered - (before?.answered ?? 0) + failed;
  const reasons = part.failures
    .map((one) => ({ reason: one.reason, times: one.count - (before?.failures.find((each) => each.reason === one.reason)?.count ?? 0) }))
    .filter((one) => one.times > 0)
    .map((one) => `${one.reason} ${count(one.times)}`)
    .join(', ');
  const made = part.latencies.map((one) => ({
    upTo: one.upToMilliseconds ?? Infinity,
    times: one.count - (before?.latencies.find((each) => each.upToMilliseconds === one.upToMilliseconds)?.count ?? 0),
  }));
  return {
    caller: name(caller),
    part,
    calls,
    failed,
    perSecond: calls / ((reading.at - first.at) / 1000),
    p50: quantile(made, 0.5),
    p99: quantile(made, 0.99),
    reasons,
  };
}

/** The limit below which at least so large a part of the calls is. */
function quantile(steps: { upTo: number; times: number }[], part: number): number | null {
  const all = steps.reduce((sum, step) => sum + step.times, 0);
  let below = 0;
  for (const step of [...steps].sort((one, other) => one.upTo - other.upTo)) {
    below += step.times;
    if (below > 0 && below >= part * all) {
      return step.upTo;
    }
  }
  return null;
}

function milliseconds(limit: number | null): string {
  if (limit === null) {
    return '–';
  }
  return limit === Infinity ? t('services.beyond') : t('services.milliseconds', { value: count(limit) });
}
