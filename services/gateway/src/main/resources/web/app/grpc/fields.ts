import { html, nothing, type TemplateResult } from 'lit';
import { now } from '../core/clock';
import { newKey } from '../core/keys';
import { t } from '../i18n/texts';
import type { Field, Json, JsonObject, Kind, Services } from './services';

/** A form for a message: made from what the gateway tells of it. Values are never changed, but replaced by new ones. */

type Change<T> = (value: T) => void;

/** The fields of a message; what is empty is not in the message. */
export function messageFields(types: Services, of: string, value: JsonObject, change: Change<JsonObject>): TemplateResult {
  const fields = types.messages[of] ?? [];
  const seen = new Set<string>();
  return html`${fields.map((field) => {
    if (!field.oneof) {
      return fieldOf(types, field, value[field.name], (next) => change(withField(value, field.name, next)));
    }
    if (seen.has(field.oneof)) {
      return nothing;
    }
    seen.add(field.oneof);
    return choice(
      types,
      field.oneof,
      fields.filter((one) => one.oneof === field.oneof),
      value,
      change,
    );
  })}`;
}

/** One of several fields: chosen first, then filled in. */
function choice(types: Services, name: string, fields: Field[], value: JsonObject, change: Change<JsonObject>) {
  const chosen = fields.find((field) => field.name in value);
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !fields.some((field) => field.name === key)));
  const choose = (event: Event) => {
    const field = fields.find((one) => one.name === (event.target as HTMLSelectElement).value);
    change(field ? { ...rest, [field.name]: initial(types, field) } : rest);
  };
  return html`<fieldset>
    <legend>${name}</legend>
    <label
      >${t('grpc.oneof')}
      <select @change=${choose}>
        <option value="" .selected=${!chosen}>–</option>
        ${fields.map((field) => html`<option .selected=${field === chosen}>${field.name}</option>`)}
      </select></label
    >
    ${chosen ? fieldOf(types, chosen, value[chosen.name], (next) => change({ ...rest, [chosen.name]: next ?? initial(types, chosen) })) : nothing}
  </fieldset>`;
}

function fieldOf(types: Services, field: Field, value: Json | undefined, change: Change<Json | undefined>): TemplateResult {
  if (field.key) {
    return map(types, field, isObject(value) ? value : {}, change);
  }
  if (field.repeated) {
    return list(types, field, Array.isArray(value) ? value : [], change);
  }
  return single(types, field, value, change);
}

function single(types: Services, field: Field, value: Json | undefined, change: Change<Json | undefined>): TemplateResult {
  if (field.kind !== 'message') {
    return html`<label>${caption(field)} ${input(types, field, value, change)}</label>`;
  }
  if (!isObject(value)) {
    return html`<p class="row">${caption(field)} <button type="button" @click=${() => change({})}>${t('grpc.add')}</button></p>`;
  }
  return html`<fieldset>
    <legend>${caption(field)}</legend>
    <div class="fields">${messageFields(types, field.of ?? '', value, change)}</div>
    <p><button type="button" class="link" @click=${() => change(undefined)}>${t('grpc.remove')}</button></p>
  </fieldset>`;
}

function list(types: Services, field: Field, items: Json[], change: Change<Json | undefined>) {
  const one = { ...field, repeated: false };
  const put = (next: Json[]) => change(next.length ? next : undefined);
  return html`<fieldset>
    <legend>${caption(field)}</legend>
    <div class="fields">
      ${items.map(
        (item, index) => html`<div class="item">
          ${single(types, { ...one, name: `${index + 1}`, required: false }, item, (next) =>
            put(next === undefined ? items.filter((_, at) => at !== index) : items.map((old, at) => (at === index ? next : old))),
          )}
          ${field.kind === 'message'
            ? nothing
            : html`<button type="button" class="link" @click=${() => put(items.filter((_, at) => at !== index))}>${t('grpc.remove')}</button>`}
        </div>`,
      )}
    </div>
    <p><button type="button" @click=${() => put([...items, initial(types, one)])}>${t('grpc.add')}</button></p>
  </fieldset>`;
}

function map(types: Services, field: Field, entries: JsonObject, change: Change<Json | undefined>) {
  const one = { ...field, key: undefined };
  const put = (next: Array<[string, Json]>) => change(next.length ? Object.fromEntries(next) : undefined);
  const all = Object.entries(entries);
  const replaced = (at: number, entry: [string, Json]) => all.map((old, index) => (index === at ? entry : old));
  return html`<fieldset>
    <legend>${caption(field)}</legend>
    <div class="fields">
      ${all.map(
        ([key, value], index) => html`<div class="item row">
          <label>${t('grpc.key')} <input .value=${key} @change=${(event: Event) => put(replaced(index, [text(event), value]))} /></label>
          ${single(types, { ...one, name: t('grpc.value'), required: false }, value, (next) => put(replaced(index, [key, next ?? initial(types, one)])))}
          <button type="button" class="link" @click=${() => put(all.filter((_, at) => at !== index))}>${t('grpc.remove')}</button>
        </div>`,
      )}
    </div>
    <p><button type="button" ?disabled=${'' in entries} @click=${() => put([...all, ['', initial(types, one)]])}>${t('grpc.add')}</button></p>
  </fieldset>`;
}

function input(types: Services, field: Field, value: Json | undefined, change: Change<Json | undefined>) {
  switch (field.kind) {
    case 'boolean':
      return html`<select @change=${(event: Event) => change(text(event) === '' ? undefined : text(event) === 'true')}>
        ${[undefined, true, false].map(
          (one) => html`<option value=${one === undefined ? '' : String(one)} .selected=${value === one}>${one === undefined ? '–' : String(one)}</option>`,
        )}
      </select>`;
    case 'enum':
      return html`<select @change=${(event: Event) => change(text(event) || undefined)}>
        <option value="" .selected=${!value}>–</option>
        ${(types.enums[field.of ?? ''] ?? []).map((one) => html`<option .selected=${one === value}>${one}</option>`)}
      </select>`;
    case 'timestamp':
      return html`<span class="row">
        ${plain(field, value, change)}
        <button type="button" @click=${() => change(new Date(now()).toISOString())}>${t('grpc.now')}</button>
      </span>`;
    case 'text':
      return field.name === 'requestId'
        ? html`<span class="row">
            ${plain(field, value, change)}
            <button type="button" @click=${() => change(newKey())}>${t('grpc.newKey')}</button>
          </span>`
        : plain(field, value, change);
    default:
      return plain(field, value, change);
  }
}

function plain(field: Field, value: Json | undefined, change: Change<Json | undefined>) {
  return html`<input
    spellcheck="false"
    placeholder=${PLACEHOLDERS[field.kind] ?? ''}
    .value=${shown(field.kind, value)}
    @change=${(event: Event) => change(written(field.kind, text(event)))}
  />`;
}

const PLACEHOLDERS: Partial<Record<Kind, string>> = { timestamp: '2026-11-20T12:30:00Z', duration: '5', bytes: 'base64', integer: '0', long: '0', decimal: '0.0' };

/** A duration is shown in seconds. */
function shown(kind: Kind, value: Json | undefined): string {
  const plain = value === undefined || value === null ? '' : String(value);
  return kind === 'duration' ? plain.replace(/s$/, '') : plain;
}

/** What is no number stays the text that it is, so that the gateway says what is wrong. */
function written(kind: Kind, value: string): Json | undefined {
  if (value === '') {
    return undefined;
  }
  switch (kind) {
    case 'integer':
    case 'decimal':
      return Number.isFinite(Number(value)) ? Number(value) : value;
    case 'duration':
      return `${value}s`;
    default:
      return value;
  }
}

/** What a field begins with when it is added. */
function initial(types: Services, field: Field): Json {
  if (field.repeated) {
    return [];
  }
  switch (field.kind) {
    case 'message':
      return {};
    case 'boolean':
      return false;
    case 'integer':
    case 'decimal':
      return 0;
    case 'long':
      return '0';
    case 'enum':
      return types.enums[field.of ?? '']?.[0] ?? '';
    case 'duration':
      return '0s';
    case 'timestamp':
      return new Date(now()).toISOString();
    default:
      return '';
  }
}

function withField(value: JsonObject, name: string, next: Json | undefined): JsonObject {
  const { [name]: _, ...rest } = value;
  return next === undefined ? rest : { ...value, [name]: next };
}

function caption(field: Field) {
  const notes = [field.required ? t('grpc.required') : '', field.hint ?? ''].filter(Boolean).join(', ');
  return html`<span>${field.name} ${notes ? html`<small>${notes}</small>` : nothing}</span>`;
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function text(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
