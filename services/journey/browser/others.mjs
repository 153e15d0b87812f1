// The tools of others that the gateway has in development: what they show is not ours, that they can ask is.
import { GATEWAY, ISSUER, expect, token } from './stage.mjs';

/** GraphiQL, signed in by one click, sends the query that it opens with. */
export async function graphiqlAnswers(page) {
  await page.goto(`${ISSUER}/graphiql`);
  await page.getByRole('link', { name: 'operator' }).click();
  await page.locator('.graphiql-execute-button, .execute-button').first().click();
  const answer = page.locator('.result-window');
  await answer.getByText('"data"').first().waitFor();
  const text = await answer.innerText();
  expect('GraphiQL', !text.includes('"errors"'), text.slice(0, 300));
}

/** Swagger UI shows every path, and sends a request with a token that it was given. */
export async function swaggerAnswers(page) {
  await page.goto(`${GATEWAY}/q/swagger-ui/`);
  await page.locator('.opblock').first().waitFor();
  await page.getByRole('button', { name: 'Authorize' }).first().click();
  await page.locator('.auth-container input').fill(await token('operator', 'you'));
  await page.locator('.auth-btn-wrapper button[type=submit]').click();
  await page.locator('.auth-btn-wrapper .btn-done').click();
  const list = page.locator('.opblock').filter({ has: page.locator('[data-path="/v1/policies"]') });
  await list.locator('.opblock-summary').click();
  await list.getByRole('button', { name: 'Try it out' }).click();
  await list.getByRole('button', { name: 'Execute' }).click();
  const status = list.locator('.live-responses-table .response-col_status').last();
  await status.waitFor();
  expect('Swagger UI', (await status.innerText()).startsWith('200'), await status.innerText());
}
