import { useNavigate } from '@tanstack/react-router';
import { Confirm } from '../forms/confirm.tsx';
import { useChange } from '../forms/use-change.ts';
import { pharos } from '../shell/pharos.ts';
import { useTexts } from '../texts/texts.tsx';

/** Deletes a case with its calls; it is then among the deleted ones, from which it can be brought back. */
export const DeleteCase = ({ case_uuid, person }: { case_uuid: string; person: string }) => {
  const { cases } = useTexts();
  const navigate = useNavigate();
  const change = useChange(() => pharos.cases.remove({ case_uuid }), {
    stale: [['cases'], ['today'], ['search'], ['jobs']],
    done: () => void navigate({ to: '/cases', search: { deleted: '1' } }),
  });
  return (
    <Confirm
      label={cases.remove}
      question={cases.remove_ask(person)}
      yes={cases.remove}
      change={change}
      onYes={() => change.run(undefined)}
    />
  );
};
