import { useTexts } from '../texts/texts.tsx';
import { TextInput } from './forms/fields.tsx';

type Days = { retention_days: number | null; pre_need_retention_days: number | null };
type Props = { of: Days | undefined; hints: Record<keyof Days, string> };

/** For how many days cases are kept, by a home or by one of its houses. */
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
