import { pharos } from '../api/pharos.ts';
import { useTexts } from '../texts/texts.tsx';
import { useClose } from '../ui/forms/disclosure.tsx';
import { TextInput } from '../ui/forms/fields.tsx';
import { textOf } from '../ui/forms/form-values.ts';
import { SaveForm } from '../ui/forms/save-form.tsx';
import { useChange } from '../ui/forms/use-change.ts';

/** Form for the reason of a hold. */
export const HoldForm = ({ case_uuid }: { case_uuid: string }) => {
  const { retention } = useTexts();
  const close = useClose();
  const change = useChange((reason: string) => pharos.retention.hold({ case_uuid, body: { reason } }), {
    kind: 'hold',
    done: () => close(retention.placed),
  });
  return (
    <SaveForm
      label={retention.place}
      change={change}
      submit={retention.place}
      onSave={(form) => change.run(textOf(form, 'reason'))}
    >
      <TextInput label={retention.reason} name="reason" hint={retention.reason_hint} required />
    </SaveForm>
  );
};
