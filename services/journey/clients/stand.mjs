// Where the stand is, and who asks. Set by run.sh.
export const gateway = process.env.GATEWAY;
export const issuer = process.env.ISSUER;
export const endpoint = `${gateway}/graphql`;

export async function token(role, subject) {
  const answer = await fetch(`${issuer}/token?role=${role}&sub=${subject}`);
  return (await answer.text()).trim();
}
