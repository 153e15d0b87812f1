import { en } from './en';
import { ko } from './ko';

/** The console's texts in the languages that it speaks. */

export type TextKey = keyof typeof en;
export type Language = 'en' | 'ko';

const KEY = 'supporters.language';
const PLACE = /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g;
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

/** A text with its values: {count} is a value, {count|call|calls} the word for one of them or for several. */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  return ALL[present][key].replace(PLACE, (place, name: string, one?: string, several?: string) => {
    if (!(name in values)) {
      return place;
    }
    return several === undefined ? String(values[name]) : String(values[name]) === '1' ? (one ?? '') : several;
  });
}

/** The text of a value that the gateway gives, such as a state; the value itself if it is a new one. */
export function tv(kind: string, value: string | null | undefined): string {
  if (!value) {
    return '–';
  }
  const key = `${kind}.${value}`;
  return key in ALL[present] ? t(key as TextKey) : value;
}
