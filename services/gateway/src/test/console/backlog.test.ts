import './fakes.ts';
import type { OperationsView } from '../../../target/web-bundler/prod/web/app/graphql/operations.ts';
import { backlogs } from '../../../target/web-bundler/prod/web/app/tonight/backlog.ts';
import { same, test } from './expect.ts';

type Service = OperationsView['services'][number];

const service = (name: string, waiting: number | null, oldestSeconds: number | null, dead: number | null) => ({ name, events: { waiting, oldestSeconds, dead } }) as Service;

test('what waits longest is first, and services of which nothing waits are left out', () => {
  const services = [service('work', 0, null, 0), service('call', 3, 4, 0), service('tagging', null, null, null), service('commander', 1, 61, 0), service('settlement', 0, null, 2)];

  const shown = backlogs({ services });

  same(shown.map((one) => one.service), ['commander', 'call', 'settlement']);
  same(shown.map((one) => one.late), [true, false, false]);
});
