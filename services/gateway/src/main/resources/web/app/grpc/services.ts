import { authorizedFetch } from '../core/authorized';
import { RequestError } from '../graphql/client';

/** The services' methods, as the gateway tells and calls them. */

export type Kind = 'text' | 'bytes' | 'boolean' | 'enum' | 'integer' | 'long' | 'decimal' | 'timestamp' | 'duration' | 'message';

export interface Field {
  name: string;
  kind: Kind;
  /** The message or enum that it is of. */
  of?: string;
  repeated?: boolean;
  /** The kind of a map's keys; a map has no other sign. */
  key?: Kind;
  oneof?: string;
  required: boolean;
  /** What is expected, in words. */
  hint?: string;
}

export interface Method {
  name: string;
  request: string;
  response: string;
  stream: boolean;
}

export interface Service {
  /** As gRPC names it. */
  name: string;
  methods: Method[];
}

export interface Services {
  /** By the short names that they have among themselves. */
  services: Record<string, Service>;
  messages: Record<string, Field[]>;
  enums: Record<string, string[]>;
}

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** What came back: a message, or a google.rpc.Status. */
export interface Answer {
  status: number;
  millis: number;
  body: Json;
}

const LONGEST_MILLIS = 30_000;

export async function readServices(): Promise<Services> {
  const answer = await authorizedFetch('/grpc/services', { method: 'GET' }, LONGEST_MILLIS);
  if (!answer.ok) {
    throw new RequestError(answer.status === 403 ? 'PERMISSION_DENIED' : 'UNAVAILABLE', '', '', true);
  }
  return (await answer.json()) as Services;
}

/**
 * Calls a method. A refusal is an answer as well.
 *
 * @param service as gRPC names it
 */
export async function call(service: string, method: string, request: string, metadata: Array<[string, string]>): Promise<Answer> {
  const headers = new Headers({ 'content-type': 'application/json' });
  try {
    metadata.filter(([name]) => name).forEach(([name, value]) => headers.append(`Grpc-Metadata-${name}`, value));
  } catch {
    throw new RequestError('INVALID_ARGUMENT', 'metadata', 'ASCII', false);
  }
  const begin = performance.now();
  const answer = await authorizedFetch(`/grpc/${service}/${method}`, { method: 'POST', headers, body: request }, LONGEST_MILLIS);
  const text = await answer.text();
  return { status: answer.status, millis: Math.round(performance.now() - begin), body: parsed(text) ?? text };
}

/** The object that a text is; undefined for anything else. */
export function parsed(text: string): JsonObject | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return json !== null && typeof json === 'object' && !Array.isArray(json) ? (json as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
