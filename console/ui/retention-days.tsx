import { useTexts } from '../texts/texts.tsx';
import { TextInput } from './forms/fields.tsx';

type Days = { retention_days: number | null; pre_need_retention_days: number | null };
type Props = { of: Days | undefined; hints: Record<keyof Days, string> };

/** Retention periods of cases in days, of an organization or of one of its locations. */
export const RetentionDays = ({ of, hints }: Props) => {
  const { organizations } = useTexts();
  return (
    <>
      <TextInput
        label={organizations.retention_days}
        name="retention_days"
        value={of?.retention_days?.toString()}
        hint={hints.retention_days}
        numeric
      />
      <TextInput
        label={organizations.pre_need_retention_days}
        name="pre_need_retention_days"
        value={of?.pre_need_retention_days?.toString()}
        hint={hints.pre_need_retention_days}
        numeric
      />
    </>
  );
};
