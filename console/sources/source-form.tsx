import { SOURCE_SECRETS, type Source, type SourceCreate, type SourceKind } from '@pharos/contract/sources.ts';
import { presetName } from '../naming/phone-systems.ts';
import { useLocations } from '../naming/use-locations.ts';
import { useTexts } from '../texts/texts.tsx';
import { FieldGrid } from '../ui/forms/field-grid.tsx';
import { Choice, TextInput } from '../ui/forms/fields.tsx';
import { startOf, textOf, textOrNull } from '../ui/forms/form-values.ts';
import { SaveForm } from '../ui/forms/save-form.tsx';
import type { Change } from '../ui/forms/use-change.ts';
import { SecretInput } from './secret-input.tsx';

type Body = Omit<SourceCreate, 'kind'>;
type Props = { label: string; kind: SourceKind; source?: Source; change: Change<Body, unknown> };

/** Form for a source of one kind: its name, what the kind needs to know, and what happens to a call that came in. */
export const SourceForm = ({ label, kind, source, change }: Props) => {
  const { settings, sources } = useTexts();
  const { options } = useLocations();
  const channel = source?.our_channel;
  return (
    <SaveForm
      label={label}
      change={change}
      version={source?.updated_at ?? kind}
      onSave={(form) => change.run(bodyOf(form, kind))}
    >
      <FieldGrid>
        <TextInput label={settings.name} name="name" value={source?.name} hint={sources.name_hint} required />
        <KindFields kind={kind} source={source} />
        {options.length > 0 && (
          <Choice
            label={sources.location}
            name="location_uuid"
            options={[['', sources.no_location], ...options]}
            value={source?.location_uuid ?? ''}
          />
        )}
        <Choice
          label={sources.our_channel}
          name="our_channel"
          options={(['', '0', '1'] as const).map((one) => [one, sources.channels[one]] as const)}
          value={channel === null || channel === undefined ? '' : String(channel)}
        />
        <Choice
          label={sources.next_step}
          name="transcribe"
          options={(['yes', 'no'] as const).map((one) => [one, sources.transcribe[one]] as const)}
          value={source?.transcribe === false ? 'no' : 'yes'}
        />
      </FieldGrid>
    </SaveForm>
  );
};

const KindFields = ({ kind, source }: Pick<Props, 'kind' | 'source'>) => {
  const texts = useTexts();
  const { sources } = texts;
  const { account_id, client_id, public_key, hosts, folder, preset, since, remove_taken } = source?.settings ?? {};
  if (kind === 'twilio')
    return (
      <>
        <TextInput label={sources.account_id.twilio} name="account_id" value={account_id} />
        <SecretInput label={sources.secrets.auth_token} name="auth_token" source={source} />
      </>
    );
  if (kind === 'telnyx') return <TextInput label={sources.public_key} name="public_key" value={public_key} />;
  if (kind === 'webhook')
    return (
      <>
        <TextInput label={sources.hosts} name="hosts" value={hosts?.join(' ')} hint={sources.hosts_hint} />
        <SecretInput label={sources.secrets.signing_secret} name="signing_secret" source={source} />
      </>
    );
  if (kind === 'zoom_phone')
    return (
      <>
        <TextInput label={sources.account_id.zoom_phone} name="account_id" value={account_id} />
        <TextInput label={sources.client_id} name="client_id" value={client_id} />
        <SecretInput label={sources.secrets.secret_token} name="secret_token" source={source} />
        <SecretInput label={sources.secrets.client_secret} name="client_secret" source={source} />
      </>
    );
  return (
    <>
      <TextInput label={sources.folder} name="folder" value={folder} hint={sources.folder_hint} />
      <Choice
        label={sources.preset}
        name="preset"
        options={(['freepbx', 'issabel', '3cx', 'any'] as const).map((one) => [one, presetName(one, texts)] as const)}
        value={preset ?? 'freepbx'}
      />
      <TextInput
        label={sources.since}
        name="since"
        type="date"
        value={since && new Date(since).toLocaleDateString('sv')}
        hint={sources.since_hint}
      />
      <Choice
        label={sources.after_taken}
        name="remove_taken"
        options={[
          ['no', sources.keep_file],
          ['yes', sources.remove_file],
        ]}
        value={remove_taken ? 'yes' : 'no'}
      />
    </>
  );
};

const bodyOf = (form: FormData, kind: SourceKind): Body => {
  const secrets = Object.fromEntries(
    SOURCE_SECRETS[kind].map((name) => [name, textOf(form, `secret ${name}`)]).filter(([, value]) => value !== ''),
  );
  const channel = textOf(form, 'our_channel');
  return {
    name: textOf(form, 'name'),
    location_uuid: textOrNull(form, 'location_uuid'),
    settings: settingsOf(form, kind),
    our_channel: channel === '' ? null : Number(channel),
    transcribe: textOf(form, 'transcribe') === 'yes',
    ...(Object.keys(secrets).length > 0 && { secrets }),
  };
};

const settingsOf = (form: FormData, kind: SourceKind): SourceCreate['settings'] => {
  const texts = Object.fromEntries(
    ['account_id', 'client_id', 'public_key', 'folder'].flatMap((name) => {
      const text = textOf(form, name);
      return text === '' ? [] : [[name, text]];
    }),
  );
  const hosts = textOf(form, 'hosts')
    .split(/[\s,]+/)
    .filter(Boolean);
  if (kind !== 'folder') return { ...texts, ...(hosts.length > 0 && { hosts }) };
  const since = startOf(textOf(form, 'since'));
  return {
    ...texts,
    preset: textOf(form, 'preset') as 'freepbx',
    remove_taken: textOf(form, 'remove_taken') === 'yes',
    ...(since && { since }),
  };
};
