import { DELIVERY_STATES, type Webhook, type WebhookDelivery } from '@pharos/contract/webhooks.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { pharos } from '../api/pharos.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import { Loading } from '../ui/loading.tsx';
import { deliveryPages } from './queries.ts';

/** Log of what was sent to a webhook, and what became of it. */
export const Deliveries = ({ webhook }: { webhook: Webhook }) => {
  const texts = useTexts();
  const { webhooks } = texts;
  const [state, setState] = useState<WebhookDelivery['state']>();
  const list = useInfiniteQuery(deliveryPages(webhook.uuid, state));
  const id = useId();
  const found = list.data?.pages.flatMap(({ items }) => items);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{webhooks.log}</h2>
      <label className="row">
        <span className="soft">{webhooks.filter}</span>
        <select
          className="input"
          value={state ?? ''}
          onChange={({ currentTarget }) => setState(DELIVERY_STATES.find((one) => one === currentTarget.value))}
        >
          <option value="">{webhooks.all}</option>
          {DELIVERY_STATES.map((one) => (
            <option key={one} value={one}>
              {webhooks.states[one]}
            </option>
          ))}
        </select>
      </label>
      {list.error && !found && <TroubleNotice trouble={troubleOf(list.error, texts)} again={list.refetch} />}
      {!list.error && !found && <Loading />}
      {found?.length === 0 && <Empty>{state ? webhooks.none_in_state : webhooks.nothing_sent}</Empty>}
      {found !== undefined && found.length > 0 && (
        <List label={webhooks.log}>
          {found.map((delivery) => (
            <OneDelivery key={delivery.uuid} delivery={delivery} />
          ))}
        </List>
      )}
      <ShowMore of={list} />
    </section>
  );
};

const OneDelivery = ({ delivery }: { delivery: WebhookDelivery }) => {
  const { texts, formats } = useLocale();
  const { webhooks } = texts;
  const { uuid: delivery_uuid, webhook_uuid, change, state, last_status, last_reason, next_attempt_at } = delivery;
  const replay = useChange(() => pharos.webhooks.replayOne({ webhook_uuid, delivery_uuid }), { kind: 'webhook' });
  const when = formats.moment(change.at);
  return (
    <ListItem
      title={
        <>
          {when} <span className={state === 'parked' ? 'chip lamp' : 'chip'}>{webhooks.states[state]}</span>
        </>
      }
      facts={
        <>
          <code>{change.type}</code>
          {last_reason && <span className="wrong">{webhooks.reasons[last_reason]}</span>}
          {last_reason && last_status !== null && <span>{webhooks.status(last_status)}</span>}
          {state === 'waiting' && next_attempt_at && <span>{webhooks.next_try(formats.moment(next_attempt_at))}</span>}
        </>
      }
      aside={
        <button
          type="button"
          className="button small"
          aria-label={webhooks.send_again_one(when)}
          aria-disabled={replay.busy}
          onClick={() => replay.run(undefined)}
        >
          {webhooks.send_again}
        </button>
      }
      below={<TroubleNotice trouble={replay.trouble} />}
    />
  );
};
