import { html, type TemplateResult } from 'lit';
import { has } from '../core/session';
import { t } from '../i18n/texts';

/** The pages: each is loaded when it is first shown. */

const LOADED: Record<string, () => Promise<unknown>> = {
  tonight: () => import('./tonight'),
  calls: () => import('./calls'),
  drivers: () => import('./drivers'),
  settlement: () => import('./settlement'),
  policies: () => import('./policies'),
  experiments: () => import('./experiments'),
  models: () => import('./models'),
  tags: () => import('./tags'),
  grpc: () => import('./grpc'),
  applications: () => import('./applications'),
  abuse: () => import('./abuse'),
  services: () => import('./services'),
  drive: () => import('../driver/driver-app'),
  order: () => import('../customer/order-page'),
};

/** Pages that are not for operators and services. The gateway refuses what a page asks for somebody else in any case. */
const FOR: Record<string, string[]> = { drive: ['driver'], order: ['customer'] };
const OPERATORS = ['operator', 'service'];

function mayOpen(name: string): boolean {
  return (FOR[name] ?? OPERATORS).some(has);
}

/** The page of a name. */
export function pageOf(name: string, [first = '', second = '']: string[]): TemplateResult {
  if (name in LOADED && !mayOpen(name)) {
    return html`<section class="center"><h1>${t('notForYou')}</h1></section>`;
  }
  void LOADED[name]?.();
  switch (name) {
    case 'tonight':
      return html`<tonight-page .region=${new URLSearchParams(location.search).get('region') ?? ''}></tonight-page>`;
    case 'calls':
      return first ? html`<call-page .callId=${first}></call-page>` : html`<calls-page></calls-page>`;
    case 'drivers':
      return html`<driver-page .driverId=${first}></driver-page>`;
    case 'settlement':
      return html`<settlement-page .date=${first} .driverId=${second}></settlement-page>`;
    case 'policies':
      return html`<policies-page .region=${first}></policies-page>`;
    case 'experiments':
      return html`<experiments-page .query=${location.search}></experiments-page>`;
    case 'models':
      return html`<models-page></models-page>`;
    case 'tags':
      return html`<tags-page></tags-page>`;
    case 'grpc':
      return html`<grpc-page .service=${first} .method=${second}></grpc-page>`;
    case 'applications':
      return html`<applications-page></applications-page>`;
    case 'abuse':
      return html`<abuse-page></abuse-page>`;
    case 'services':
      return html`<services-page></services-page>`;
    case 'drive':
      return html`<driver-app></driver-app>`;
    case 'order':
      return html`<order-page></order-page>`;
    default:
      return html`<section class="center"><h1>${t('notFound')}</h1></section>`;
  }
}
