import type { AccessLevel } from '@pharos/contract/table/route.ts';
import { SCOPES, type TokenCreate } from '@pharos/contract/tokens.ts';
import { pharos } from '../api/pharos.ts';
import { useTexts } from '../texts/texts.tsx';
import { FieldGrid } from '../ui/forms/field-grid.tsx';
import { Checks, Choice, TextInput } from '../ui/forms/fields.tsx';
import { endOf, textOf } from '../ui/forms/form-values.ts';
import { SaveForm } from '../ui/forms/save-form.tsx';
import { ShownOnce } from '../ui/forms/shown-once.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { useLevels } from '../users/levels.ts';

export const NewToken = () => {
  const { tokens, settings } = useTexts();
  const levels = useLevels();
  const change = useChange(async (body: TokenCreate) => (await pharos.tokens.create({ body })).data, {
    kind: 'token',
  });
  if (change.data && change.done) {
    return (
      <>
        <ShownOnce label={tokens.created(change.data.name)} value={change.data.token} hint={tokens.created_hint} />
        <p>
          <button type="button" className="button small" onClick={change.reset}>
            {tokens.create_another}
          </button>
        </p>
      </>
    );
  }
  return (
    <SaveForm
      label={tokens.create}
      change={change}
      submit={tokens.create}
      onSave={(form) => {
        const level = textOf(form, 'access_level');
        change.run({
          name: textOf(form, 'name'),
          scopes: form.getAll('scopes').map(String) as TokenCreate['scopes'],
          access_level: level === '' ? null : (level as AccessLevel),
          expires_at: endOf(textOf(form, 'expires_at')) ?? null,
        });
      }}
    >
      <FieldGrid>
        <TextInput label={settings.name} name="name" hint={tokens.name_hint} required />
        <TextInput label={tokens.expires_on} name="expires_at" type="date" hint={tokens.expires_hint} />
      </FieldGrid>
      <Choice label={tokens.level} name="access_level" options={[['', tokens.same_level], ...levels]} value="" />
      <Checks
        label={tokens.scopes_label}
        name="scopes"
        options={SCOPES.map((scope) => [scope, tokens.scopes[scope]] as const)}
        value={SCOPES}
      />
    </SaveForm>
  );
};
