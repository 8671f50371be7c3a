import type { Webhook } from '@pharos/contract/webhooks.ts';
import { pharos } from '../api/pharos.ts';
import { useTexts } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { ShownOnce } from '../ui/forms/shown-once.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { Deliveries } from './deliveries.tsx';
import { WebhookForm } from './webhook-form.tsx';

const KIND = { kind: 'webhook' } as const;

/** Everything about one webhook: its settings, its secret, and the log. */
export const WebhookPanel = ({ webhook }: { webhook: Webhook }) => {
  const { settings, webhooks } = useTexts();
  const { uuid: webhook_uuid, name, enabled } = webhook;
  const change = useChange((body: object) => pharos.webhooks.patch({ webhook_uuid, body }), KIND);
  const turn = useChange((on: boolean) => pharos.webhooks.patch({ webhook_uuid, body: { enabled: on } }), KIND);
  const secret = useChange(async () => (await pharos.webhooks.rotateSecret({ webhook_uuid, body: {} })).data, KIND);
  const removal = useChange(() => pharos.webhooks.remove({ webhook_uuid }), KIND);
  return (
    <>
      <WebhookForm label={settings.edit_one(name)} webhook={webhook} change={change} />
      <div className="row">
        <button
          type="button"
          className="button"
          aria-label={enabled ? webhooks.pause_one(name) : webhooks.resume_one(name)}
          aria-disabled={turn.busy}
          onClick={() => turn.run(!enabled)}
        >
          {enabled ? webhooks.pause : webhooks.resume}
        </button>
        <Confirm
          label={webhooks.replace_secret}
          name={webhooks.replace_secret_one(name)}
          question={webhooks.replace_secret_ask}
          yes={webhooks.replace_secret}
          change={secret}
          onYes={() => secret.run(undefined)}
        />
      </div>
      <TroubleNotice trouble={turn.trouble} />
      {secret.data && <ShownOnce label={webhooks.secret} value={secret.data.secret} hint={webhooks.secret_hint} />}
      <Deliveries webhook={webhook} />
      <Confirm
        label={settings.remove}
        name={settings.remove_one(name)}
        question={webhooks.remove_ask(name)}
        yes={settings.remove}
        change={removal}
        onYes={() => removal.run(undefined)}
      />
    </>
  );
};
