/** Which roles a token gives: only to show what somebody may open. Whether the token is valid, and what it allows, the gateway says. */

/** Where an issuer writes the roles, as the gateway is configured. */
export interface RoleClaim {
  /** Names of claims, from the outside to the inside. */
  path: string[];
  /** What stands before each role there; values without it are none of ours. */
  prefix: string;
}

const ROLES = ['operator', 'service', 'driver', 'customer'];

/** The roles among the claims; none if the claim is missing or has another form. */
export function rolesOf(claims: unknown, { path, prefix }: RoleClaim): string[] {
  const claim = path.reduce(inner, claims);
  const values = (Array.isArray(claim) ? claim : [claim]).filter((one) => typeof one === 'string');
  return ROLES.filter((role) => values.includes(prefix + role));
}

function inner(claim: unknown, name: string): unknown {
  return claim !== null && typeof claim === 'object' && !Array.isArray(claim) && Object.hasOwn(claim, name) ? (claim as Record<string, unknown>)[name] : undefined;
}
