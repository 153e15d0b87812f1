import { rolesOf } from '../../../target/web-bundler/prod/web/app/core/roles.ts';
import { same, test } from './expect.ts';

const GROUPS = { path: ['groups'], prefix: '' };

test('reads the roles of an issuer with a claim of its own', () => {
  same(rolesOf({ groups: ['operator', 'editor'] }, GROUPS), ['operator']);
});

test('reads the roles of a Keycloak client, and none of another client', () => {
  const claims = { groups: ['operator'], resource_access: { supporters: { roles: ['driver'] }, other: { roles: ['operator'] } } };
  same(rolesOf(claims, { path: ['resource_access', 'supporters', 'roles'], prefix: '' }), ['driver']);
});

test('reads the roles of a Keycloak realm that have a prefix, and none without it', () => {
  const claims = { realm_access: { roles: ['supporters-operator', 'driver', 'offline_access'] } };
  same(rolesOf(claims, { path: ['realm_access', 'roles'], prefix: 'supporters-' }), ['operator']);
});

test('reads the app roles of Entra', () => {
  same(rolesOf({ roles: ['customer', 'operator'], groups: ['driver'] }, { path: ['roles'], prefix: '' }), ['operator', 'customer']);
});

test('reads one role that is a text and no list', () => {
  same(rolesOf({ groups: 'driver' }, GROUPS), ['driver']);
});

test('finds no role where the claim is missing or has another form', () => {
  const realm = { path: ['realm_access', 'roles'], prefix: '' };
  for (const claims of [{}, { realm_access: null }, { realm_access: ['operator'] }, { realm_access: { roles: { operator: true } } }, { realm_access: { roles: [1, null] } }, 'operator', undefined]) {
    same(rolesOf(claims, realm), []);
  }
});
