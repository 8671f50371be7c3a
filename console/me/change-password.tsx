import { useState } from 'react';
import { pharos } from '../api/pharos.ts';
import { useTexts } from '../texts/texts.tsx';
import { FieldGrid } from '../ui/forms/field-grid.tsx';
import { Checks, TextInput } from '../ui/forms/fields.tsx';
import { SaveForm } from '../ui/forms/save-form.tsx';
import { useChange } from '../ui/forms/use-change.ts';

type Passwords = { current_password: string; new_password: string; keep_tokens: boolean };

/** Once it is changed, the fields are empty again, and every other session has ended. */
export const ChangePassword = () => {
  const { invitations, me } = useTexts();
  const [times, setTimes] = useState(0);
  const change = useChange((body: Passwords) => pharos.me.changePassword({ body }), {
    kind: 'password',
    done: () => setTimes((n) => n + 1),
  });
  return (
    <SaveForm
      label={me.password}
      change={change}
      version={times}
      submit={me.change_password}
      saved={me.password_changed}
      onSave={(form) =>
        change.run({
          current_password: String(form.get('current_password')),
          new_password: String(form.get('new_password')),
          keep_tokens: form.has('keep_tokens'),
        })
      }
    >
      <FieldGrid>
        <TextInput
          label={me.current_password}
          name="current_password"
          type="password"
          autoComplete="current-password"
        />
        <TextInput
          label={me.new_password}
          name="new_password"
          type="password"
          autoComplete="new-password"
          hint={invitations.password_hint}
        />
      </FieldGrid>
      <Checks
        label={me.tokens}
        name="keep_tokens"
        options={[['yes', me.keep_tokens]]}
        value={[]}
        hint={me.keep_tokens_hint}
      />
    </SaveForm>
  );
};
