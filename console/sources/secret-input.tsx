import type { Source } from '@pharos/contract/sources.ts';
import { useTexts } from '../texts/texts.tsx';
import { TextInput } from '../ui/forms/fields.tsx';

type Props = { label: string; name: string; source?: Source };

/** Field for a secret, which is never shown: left empty, the one that is set stays. */
export const SecretInput = ({ label, name, source }: Props) => {
  const { sources } = useTexts();
  return (
    <TextInput
      label={label}
      name={`secret ${name}`}
      type="password"
      autoComplete="off"
      hint={source?.secrets.includes(name) ? sources.secret_set : sources.secret_hint}
    />
  );
};
