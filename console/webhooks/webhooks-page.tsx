import type { Webhook, WebhookCreate } from '@pharos/contract/webhooks.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { pharos } from '../api/pharos.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { Disclosure } from '../ui/forms/disclosure.tsx';
import { ShownOnce } from '../ui/forms/shown-once.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import { ReadFirst } from '../ui/read-first.tsx';
import { Section } from '../ui/section.tsx';
import { webhookPages, webhookQuery } from './queries.ts';
import { WebhookForm } from './webhook-form.tsx';
import { WebhookPanel } from './webhook-panel.tsx';

/** Page of the addresses that are called with each change. */
export const WebhooksPage = () => (
  <Section name="webhooks">
    <Webhooks />
  </Section>
);

const Webhooks = () => {
  const { settings, webhooks } = useTexts();
  const list = useSuspenseInfiniteQuery(webhookPages());
  const found = list.data.pages.flatMap(({ items }) => items);
  return (
    <>
      <Disclosure label={webhooks.add}>
        <NewWebhook />
      </Disclosure>
      {found.length === 0 && <Empty>{webhooks.none}</Empty>}
      {found.length > 0 && (
        <List label={settings.sections.webhooks}>
          {found.map((webhook) => (
            <OneWebhook key={webhook.uuid} webhook={webhook} />
          ))}
        </List>
      )}
      <ShowMore of={list} />
    </>
  );
};

const NewWebhook = () => {
  const { webhooks } = useTexts();
  const change = useChange(async (body: WebhookCreate) => (await pharos.webhooks.create({ body })).data, {
    kind: 'webhook',
  });
  if (change.data && change.done)
    return <ShownOnce label={webhooks.secret} value={change.data.secret} hint={webhooks.secret_hint} />;
  return <WebhookForm label={webhooks.add} change={change} />;
};

const OneWebhook = ({ webhook }: { webhook: Webhook }) => {
  const { texts, formats } = useLocale();
  const { settings, webhooks } = texts;
  const { uuid, name, url, enabled, parked, failing_since, last_delivered_at } = webhook;
  return (
    <ListItem
      title={name}
      facts={
        <>
          <bdi className="soft">{url}</bdi>
          {!enabled && <span className="chip">{webhooks.paused}</span>}
          {failing_since && <span className="wrong">{webhooks.failing(formats.moment(failing_since))}</span>}
          {parked > 0 && <span className="chip lamp">{webhooks.parked(parked)}</span>}
          <span>{last_delivered_at ? webhooks.last(formats.moment(last_delivered_at)) : webhooks.never}</span>
        </>
      }
      open_label={settings.edit_one(name)}
    >
      <ReadFirst query={webhookQuery(uuid)}>{(read) => <WebhookPanel webhook={read} />}</ReadFirst>
    </ListItem>
  );
};
