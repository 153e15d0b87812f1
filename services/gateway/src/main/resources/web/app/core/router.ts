/** Where somebody is in the console: the address says it, so that it can be kept and sent. */

const BASE = '/console/';
const CHANGED = 'supporters-route';

export interface Route {
  page: string;
  /** What comes after the page's name. */
  rest: string[];
  query: URLSearchParams;
}

export function route(): Route {
  const path = location.pathname.startsWith(BASE) ? location.pathname.slice(BASE.length) : '';
  const [page = '', ...rest] = path.split('/').filter(Boolean).map(decodeURIComponent);
  return { page, rest, query: new URLSearchParams(location.search) };
}

export function href(page: string, ...rest: string[]): string {
  return BASE + [page, ...rest].map(encodeURIComponent).join('/');
}

export function go(address: string, replace = false) {
  if (replace) {
    history.replaceState(null, '', address);
  } else {
    history.pushState(null, '', address);
  }
  window.dispatchEvent(new Event(CHANGED));
}

export function onRoute(listener: () => void): () => void {
  const followed = (event: MouseEvent) => {
    const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link && plain && !link.target && !link.download && link.origin === location.origin && link.pathname.startsWith(BASE)) {
      event.preventDefault();
      go(link.pathname + link.search);
    }
  };
  window.addEventListener(CHANGED, listener);
  window.addEventListener('popstate', listener);
  document.addEventListener('click', followed);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener('popstate', listener);
    document.removeEventListener('click', followed);
  };
}
