// GraphQL Code Generator: types of the published schema and of the console's own operations, which TypeScript takes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

import { endpoint, token } from './stand.mjs';

const OPERATIONS = new URL('../../gateway/src/main/resources/web/app/graphql/operations/', import.meta.url);
const COMPILER = new URL('./node_modules/typescript/bin/tsc', import.meta.url).pathname;

const authorization = `Bearer ${await token('operator', 'codegen')}`;
const published = await (await fetch(`${endpoint}/schema.graphql`, { headers: { authorization } })).text();
const documents = readdirSync(OPERATIONS).map((file) => ({
  location: file,
  document: parse(readFileSync(new URL(file, OPERATIONS), 'utf8')),
}));
const folder = mkdtempSync(join(tmpdir(), 'codegen-'));
try {
  const files = await Promise.all(Object.entries({ typescript, operations }).map(([name, plugin]) => generated(name, plugin)));
  execFileSync(process.execPath, [COMPILER, '--noEmit', '--strict', '--skipLibCheck', ...files], { stdio: 'inherit' });
} finally {
  rmSync(folder, { recursive: true });
}
console.log('codegen: all right');

/** The file of one plugin: each is complete in itself. */
async function generated(name, plugin) {
  const file = join(folder, `${name}.ts`);
  const types = await codegen({
    filename: file,
    schema: parse(published),
    documents,
    config: { scalars: { DateTime: 'string', Date: 'string' } },
    plugins: [{ [name]: {} }],
    pluginMap: { [name]: plugin },
  });
  writeFileSync(file, types);
  return file;
}
