import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { errorEnvelope, type Refusal, refusal } from '../../server/platform/errors/errors.ts';

/** Answer of the server to an unexpected failure. */
export const failed = refusal(500, 'internal_error', 'Something failed on our side; nothing was changed');

/** Lets nothing that asks for an address through until it is let go. */
export const hold = async (page: Page, address: string | RegExp): Promise<() => Promise<void>> => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    await held;
    await route.fallback().catch(() => {});
  });
  return async () => {
    letGo();
    await page.unroute(address);
  };
};

/** Answers what asks for an address as the server would refuse it. The answer is the request's name, which a page tells. */
export const refuse = async (page: Page, address: string | RegExp, refused: Refusal): Promise<string> => {
  const request_id = randomUUID();
  await page.route(address, (route) =>
    route.fulfill({
      status: refused.status,
      headers: { ...refused.headers, 'content-type': 'application/json; charset=utf-8', 'x-request-id': request_id },
      body: JSON.stringify(errorEnvelope(refused, request_id)),
    }),
  );
  return request_id;
};
