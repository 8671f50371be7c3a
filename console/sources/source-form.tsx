import { SOURCE_SECRETS, type Source, type SourceCreate, type SourceKind } from '@pharos/contract/sources.ts';
import { useLocations } from '../naming/use-locations.ts';
import { useTexts } from '../texts/texts.tsx';
import { FieldGrid } from '../ui/forms/field-grid.tsx';
import { Choice, TextInput } from '../ui/forms/fields.tsx';
import { startOf, textOf, textOrNull } from '../ui/forms/form-values.ts';
import { SaveForm } from '../ui/forms/save-form.tsx';
import type { Change } from '../ui/forms/use-change.ts';
import { KindFields } from './kind-fields.tsx';

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
    ['account_id', 'client_id', 'public_key', 'host', 'username', 'mailbox', 'folder'].flatMap((name) => {
      const text = textOf(form, name);
      return text === '' ? [] : [[name, text]];
    }),
  );
  const hosts = textOf(form, 'hosts')
    .split(/[\s,]+/)
    .filter(Boolean);
  const since = startOf(textOf(form, 'since'));
  return {
    ...texts,
    ...(hosts.length > 0 && { hosts }),
    ...(since && { since }),
    ...(kind === 'folder' && { preset: textOf(form, 'preset') as 'freepbx' }),
    ...((kind === 'folder' || kind === 'mailbox') && { remove_taken: textOf(form, 'remove_taken') === 'yes' }),
  };
};
