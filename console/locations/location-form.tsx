import type { Location, LocationCreate } from '@pharos/contract/locations.ts';
import { useTexts } from '../texts/texts.tsx';
import { FieldGrid } from '../ui/forms/field-grid.tsx';
import { TextInput } from '../ui/forms/fields.tsx';
import { numberOrNull, textOf, textOrNull } from '../ui/forms/form-values.ts';
import { SaveForm } from '../ui/forms/save-form.tsx';
import type { Change } from '../ui/forms/use-change.ts';
import { RetentionDays } from '../ui/retention-days.tsx';

type Props = { label: string; location?: Location; change: Change<LocationCreate, unknown> };

/** Form for a location: its name, its address, and its own retention. */
export const LocationForm = ({ label, location, change }: Props) => {
  const { locations, settings } = useTexts();
  // After one was added, the fields are free for the next.
  const added = (change.data as { data: Location } | undefined)?.data.uuid;
  return (
    <SaveForm
      label={label}
      change={change}
      version={location?.updated_at ?? added}
      onSave={(form) =>
        change.run({
          name: textOf(form, 'name'),
          address: textOrNull(form, 'address'),
          retention_days: numberOrNull(form, 'retention_days'),
          pre_need_retention_days: numberOrNull(form, 'pre_need_retention_days'),
        })
      }
    >
      <FieldGrid>
        <TextInput label={settings.name} name="name" value={location?.name} required />
        <TextInput label={locations.address} name="address" value={location?.address} />
        <RetentionDays
          of={location}
          hints={{ retention_days: locations.as_organization, pre_need_retention_days: locations.as_organization }}
        />
      </FieldGrid>
    </SaveForm>
  );
};
