import type { WebhookDelivery } from '@pharos/contract/webhooks.ts';
import { queryOptions } from '@tanstack/react-query';
import { pagesOf } from '../api/pages.ts';
import { pharos } from '../api/pharos.ts';

export const webhookPages = () => pagesOf(['webhooks'], (given) => pharos.webhooks.list(given));

/** Milliseconds after which an open webhook is read again: deliveries go on by themselves. */
const EVERY = 15_000;

export const webhookQuery = (webhook_uuid: string) =>
  queryOptions({
    queryKey: ['webhooks', webhook_uuid],
    queryFn: async ({ signal }) => (await pharos.webhooks.get({ webhook_uuid, signal })).data,
    refetchInterval: EVERY,
  });

/** Log of a webhook, newest first. */
export const deliveryPages = (webhook_uuid: string, state: WebhookDelivery['state'] | undefined) => ({
  ...pagesOf(['webhooks', webhook_uuid, 'deliveries', state ?? ''], (given) =>
    pharos.webhooks.deliveries({ ...given, webhook_uuid, state }),
  ),
  refetchInterval: EVERY,
});
