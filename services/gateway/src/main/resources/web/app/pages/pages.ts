import { html, type TemplateResult } from 'lit';
import { t } from '../i18n/texts';

/** The pages: each is loaded when it is first shown. */

const LOADED: Record<string, () => Promise<unknown>> = {
  tonight: () => import('./tonight'),
  calls: () => import('./calls'),
  drivers: () => import('./drivers'),
  settlement: () => import('./settlement'),
  policies: () => import('./policies'),
  tags: () => import('./tags'),
  grpc: () => import('./grpc'),
  drive: () => import('../driver/driver-app'),
  order: () => import('../customer/order-page'),
};

/** The page of a name. */
export function pageOf(name: string, [first = '', second = '']: string[]): TemplateResult {
  void LOADED[name]?.();
  switch (name) {
    case 'tonight':
      return html`<tonight-page></tonight-page>`;
    case 'calls':
      return first ? html`<call-page .callId=${first}></call-page>` : html`<calls-page></calls-page>`;
    case 'drivers':
      return html`<driver-page .driverId=${first}></driver-page>`;
    case 'settlement':
      return html`<settlement-page .date=${first} .driverId=${second}></settlement-page>`;
    case 'policies':
      return html`<policies-page .region=${first}></policies-page>`;
    case 'tags':
      return html`<tags-page></tags-page>`;
    case 'grpc':
      return html`<grpc-page .service=${first} .method=${second}></grpc-page>`;
    case 'drive':
      return html`<driver-app></driver-app>`;
    case 'order':
      return html`<order-page></order-page>`;
    default:
      return html`<section class="center"><h1>${t('notFound')}</h1></section>`;
  }
}
