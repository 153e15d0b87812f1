// The clients that apps use: each asks a question, and gets the answer and the refusals in its own way.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

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
  assert.equal(asked, 2, 'the hash first, then the document');
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

for (const client of [apollo, urql, graphqlRequest, graphqlWs]) {
  await client();
  console.log(`${client.name}: all right`);
}
process.exit(0);
