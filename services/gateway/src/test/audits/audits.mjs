// The server audits of graphql-http (https://github.com/graphql/graphql-http): how far the gateway keeps "GraphQL over HTTP".
import { serverAudits } from 'graphql-http';

const LEAST_OF_MAY = 20;

const authorization = `Bearer ${process.env.TOKEN}`;
const withToken = (url, options = {}) => fetch(url, { ...options, headers: { ...options.headers, authorization } });

const failed = [];
const passed = { MUST: 0, SHOULD: 0, MAY: 0 };
const all = { MUST: 0, SHOULD: 0, MAY: 0 };
for (const audit of serverAudits({ url: `${process.env.GATEWAY}/graphql`, fetchFn: withToken })) {
  const level = audit.name.match(/^(MUST|SHOULD|MAY)/)[0];
  all[level]++;
  const result = await audit.fn();
  if (result.status === 'ok') {
    passed[level]++;
  } else {
    failed.push(`${audit.id} ${audit.name}: ${result.reason}`);
  }
}
for (const level of Object.keys(all)) {
  console.log(`${level}: ${passed[level]} of ${all[level]}`);
}
failed.forEach((line) => console.log(`  not passed: ${line}`));
const kept = passed.MUST === all.MUST && passed.SHOULD === all.SHOULD && passed.MAY >= LEAST_OF_MAY;
process.exit(kept ? 0 : 1);
