// The clients that apps use: each asks a question, and gets the answer and the refusals in its own way.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange } from '@urql/core';
import { GraphQLClient } from 'graphql-request';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

import { endpoint, gateway, token } from './stand.mjs';

const CALLS = 'query Calls($first: Int) { calls(first: $first) { edges { node { callId state } } } }';
const UNKNOWN = '{ call(id: "999999999999999999") { callId } }';
const authorization = `Bearer ${await token('operator', 'clients')}`;
const headers = { authorization };

async function apollo() {
  let asked = 0;
  const counted = (url, options) => {
    asked++;
    return fetch(url, options);
  };
  const sha256 = (text) => createHash('sha256').update(text).digest('hex');
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new PersistedQueryLink({ sha256 }).concat(new HttpLink({ uri: endpoint, headers, fetch: counted })),
  });
  const { data } = await client.query({ query: gql(CALLS), variables: { first: 3 } });
  assert.ok(data.calls.edges.length > 0);
  asked = 0;
  await client.query({ query: gql(CALLS), variables: { first: 3 }, fetchPolicy: 'network-only' });
  assert.equal(asked, 1, 'a document that is known is asked by its hash alone');
  await assert.rejects(client.query({ query: gql(UNKNOWN) }), (error) => {
    assert.equal(error.errors[0].extensions.reason, 'CALL_NOT_FOUND');
    return true;
  });
}

async function urql() {
  const client = new Client({
    url: endpoint,
    exchanges: [fetchExchange],
    fetchOptions: { headers },
  });
  const calls = await client.query(CALLS, { first: 3 }).toPromise();
  assert.equal(calls.error, undefined);
  assert.ok(calls.data.calls.edges.length > 0);
  const unknown = await client.query(UNKNOWN, {}).toPromise();
  assert.equal(unknown.error.graphQLErrors[0].extensions.reason, 'CALL_NOT_FOUND');
}

async function graphqlRequest() {
  const client = new GraphQLClient(endpoint, { headers });
  const calls = await client.request(CALLS, { first: 3 });
  assert.ok(calls.calls.edges.length > 0);
  await assert.rejects(client.request(UNKNOWN), (error) => {
    assert.equal(error.response.errors[0].extensions.reason, 'CALL_NOT_FOUND');
    return true;
  });
  await assert.rejects(new GraphQLClient(endpoint).request(CALLS), (error) => {
    assert.equal(error.response.status, 401);
    return true;
  });
}

async function graphqlWs() {
  const client = createClient({
    url: `${gateway.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { Authorization: authorization },
    retryAttempts: 0,
  });
  const { edges } = (await new GraphQLClient(endpoint, { headers }).request(
    '{ calls(first: 1, filter: {statuses: [COMPLETED, CANCELLED]}) { edges { node { callId state } } } }',
  )).calls;
  const { callId, state } = edges[0].node;
  const seen = [];
  for await (const result of client.iterate({
    query: 'subscription Changes($id: ID!) { callChanged(callId: $id) { callId state } }',
    variables: { id: callId },
  })) {
    assert.equal(result.errors, undefined);
    seen.push(result.data.callChanged);
  }
  assert.deepEqual(seen, [{ callId, state }], 'a call that is over is told once');
  await client.dispose();
}

/** What the clients of 2019 send; the demo data are what they ask for. */
async function original() {
  const documents = readFileSync(new URL('../../gateway/src/test/resources/original/documents.jsonl', import.meta.url), 'utf8');
  const unknownTag = new Set(['TAG_NOT_FOUND']); // they name a tag by a uuid that nobody has here
  for (const line of documents.split('\n').filter((text) => text.trim())) {
    const { name, query, variables } = JSON.parse(line);
    const as = name.endsWith('_noId') ? await token('driver', '1004550') : await token('operator', 'clients');
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${as}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors = [] } = await answer.json();
    assert.equal(answer.status, 200, name);
    const unexpected = errors.filter((error) => !unknownTag.has(error.extensions.reason));
    assert.deepEqual(unexpected, [], name);
    assert.ok(data !== undefined, name);
  }
}

for (const client of [apollo, urql, graphqlRequest, graphqlWs, original]) {
  await client();
  console.log(`${client.name}: all right`);
}
process.exit(0);
