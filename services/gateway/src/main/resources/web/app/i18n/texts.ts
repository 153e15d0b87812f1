import { en } from './en';
import { ko } from './ko';

/** The console's texts in the languages that it speaks. */

export type TextKey = keyof typeof en;
export type Language = 'en' | 'ko';

const KEY = 'supporters.language';
const ALL: Record<Language, Record<TextKey, string>> = { en, ko };

const listeners = new Set<() => void>();
let present: Language = initial();

function initial(): Language {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'en' || chosen === 'ko') {
    return chosen;
  }
  return navigator.language.startsWith('ko') ? 'ko' : 'en';
}

export function language(): Language {
  return present;
}

export function chooseLanguage(chosen: Language) {
  present = chosen;
  localStorage.setItem(KEY, chosen);
  applyLanguage();
  listeners.forEach((listener) => listener());
}

export function applyLanguage() {
  document.documentElement.lang = present;
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), ALL[present][key]);
}

/** The text of a value that the gateway gives, such as a state; the value itself if it is a new one. */
export function tv(kind: string, value: string | null | undefined): string {
  if (!value) {
    return '–';
  }
  const key = `${kind}.${value}`;
  return key in ALL[present] ? t(key as TextKey) : value;
}
