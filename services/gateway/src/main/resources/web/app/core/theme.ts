/** Light or dark: what was chosen here, else what the system says. */

const KEY = 'supporters.theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

export type Theme = 'light' | 'dark';

export function theme(): Theme {
  const chosen = localStorage.getItem(KEY);
  return chosen === 'light' || chosen === 'dark' ? chosen : dark.matches ? 'dark' : 'light';
}

export function chooseTheme(chosen: Theme) {
  localStorage.setItem(KEY, chosen);
  applyTheme();
}

export function applyTheme() {
  document.documentElement.dataset.theme = theme();
  window.dispatchEvent(new Event('supporters-theme'));
}

dark.addEventListener('change', applyTheme);
