import { CHANGE_TYPE_NAMES, type ChangeType } from '@pharos/contract/changes.ts';
import { WEBHOOK_PAYLOADS, type Webhook, type WebhookCreate } from '@pharos/contract/webhooks.ts';
import { useTexts } from '../texts/texts.tsx';
import { FieldGrid } from '../ui/forms/field-grid.tsx';
import { Choice, TextInput } from '../ui/forms/fields.tsx';
import { textOf } from '../ui/forms/form-values.ts';
import { SaveForm } from '../ui/forms/save-form.tsx';
import type { Change } from '../ui/forms/use-change.ts';

/** Types of changes that can be chosen together. */
const SETS = {
  all: [],
  calls: CHANGE_TYPE_NAMES.filter((type) => /^(call|transcript|labels|recording)\./.test(type)),
  cases: CHANGE_TYPE_NAMES.filter((type) => /^(case|hold)\./.test(type)),
  transcripts: ['transcript.updated'],
} as const satisfies Record<string, readonly ChangeType[]>;
const NAMES = ['all', 'calls', 'cases', 'transcripts'] as const;
type Name = (typeof NAMES)[number];

/** Set that types are; none for a selection that a program has made. */
const setOf = (types: readonly ChangeType[]): Name | null =>
  NAMES.find((name) => SETS[name].toSorted().join() === types.toSorted().join()) ?? null;

type Props = { label: string; webhook?: Webhook; change: Change<WebhookCreate, unknown> };

/** Form for a webhook: where it sends to, what, and how much of it. */
export const WebhookForm = ({ label, webhook, change }: Props) => {
  const { settings, webhooks } = useTexts();
  const chosen = webhook ? setOf(webhook.types) : 'all';
  const options = NAMES.map((name) => [name, webhooks.sets[name]] as const);
  const own = chosen === null ? ([['own', webhooks.own_set(webhook?.types.length ?? 0)]] as const) : [];
  const save = (form: FormData) => {
    const set = NAMES.find((name) => name === textOf(form, 'types'));
    change.run({
      name: textOf(form, 'name'),
      url: textOf(form, 'url'),
      payload: WEBHOOK_PAYLOADS.find((one) => one === textOf(form, 'payload')) ?? 'thin',
      ...(set && { types: [...SETS[set]] }),
    });
  };
  return (
    <SaveForm label={label} change={change} version={webhook?.updated_at ?? ''} onSave={save}>
      <FieldGrid>
        <TextInput label={settings.name} name="name" value={webhook?.name} hint={webhooks.name_hint} required />
        <TextInput label={webhooks.url} name="url" value={webhook?.url} hint={webhooks.url_hint} required />
        <Choice label={webhooks.types} name="types" options={[...options, ...own]} value={chosen ?? 'own'} />
        <Choice
          label={webhooks.payload}
          name="payload"
          options={WEBHOOK_PAYLOADS.map((one) => [one, webhooks.payloads[one]] as const)}
          value={webhook?.payload ?? 'thin'}
        />
      </FieldGrid>
    </SaveForm>
  );
};
