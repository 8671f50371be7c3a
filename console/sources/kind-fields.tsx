import type { Source, SourceKind } from '@pharos/contract/sources.ts';
import { presetName } from '../naming/phone-systems.ts';
import { useTexts } from '../texts/texts.tsx';
import { Choice, TextInput } from '../ui/forms/fields.tsx';
import { SecretInput } from './secret-input.tsx';

/** Fields for what one kind of source needs to know. */
export const KindFields = ({ kind, source }: { kind: SourceKind; source?: Source }) => {
  const texts = useTexts();
  const { sources } = texts;
  const { account_id, client_id, public_key, hosts, host, username, mailbox, folder, preset } = source?.settings ?? {};
  if (kind === 'twilio')
    return (
      <>
        <TextInput label={sources.account_id.twilio} name="account_id" value={account_id} />
        <SecretInput label={sources.secrets.auth_token} name="auth_token" source={source} />
        <Since label={sources.since_recorded} hint={sources.since_told_hint} source={source} />
      </>
    );
  if (kind === 'ring_central')
    return (
      <>
        <TextInput label={sources.client_id} name="client_id" value={client_id} hint={sources.app_hint} required />
        <SecretInput label={sources.secrets.client_secret} name="client_secret" source={source} />
        <SecretInput label={sources.secrets.jwt} name="jwt" source={source} />
        <Since label={sources.since_recorded} hint={sources.since_recorded_hint} source={source} />
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
  if (kind === 'mailbox')
    return (
      <>
        <TextInput label={sources.host} name="host" value={host} hint={sources.host_hint} required />
        <TextInput
          label={sources.username}
          name="username"
          value={username}
          hint={sources.username_hint}
          autoComplete="off"
          required
        />
        <SecretInput label={sources.secrets.password} name="password" source={source} />
        <TextInput label={sources.mailbox} name="mailbox" value={mailbox} hint={sources.mailbox_hint} />
        <Since label={sources.since_mail} hint={sources.since_mail_hint} source={source} />
        <AfterTaken label={sources.after_mail} keep={sources.keep_mail} remove={sources.remove_mail} source={source} />
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
      <Since label={sources.since} hint={sources.since_hint} source={source} />
      <AfterTaken label={sources.after_taken} keep={sources.keep_file} remove={sources.remove_file} source={source} />
    </>
  );
};

type OfSource = { label: string; source?: Source };

const Since = ({ label, hint, source }: OfSource & { hint: string }) => {
  const since = source?.settings.since;
  return (
    <TextInput
      label={label}
      name="since"
      type="date"
      value={since && new Date(since).toLocaleDateString('sv')}
      hint={hint}
    />
  );
};

const AfterTaken = ({ label, keep, remove, source }: OfSource & { keep: string; remove: string }) => (
  <Choice
    label={label}
    name="remove_taken"
    options={[
      ['no', keep],
      ['yes', remove],
    ]}
    value={source?.settings.remove_taken ? 'yes' : 'no'}
  />
);
