import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { pharos } from '../api/pharos.ts';
import { holdsOfCase } from '../retention/queries.ts';
import { isolate } from '../texts/isolate.ts';
import { useTexts } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { useChange } from '../ui/forms/use-change.ts';

/** Deletes a case with its calls; it is then among the deleted ones, from which it can be brought back. */
export const DeleteCase = ({ case_uuid, person }: { case_uuid: string; person: string }) => {
  const { cases } = useTexts();
  const navigate = useNavigate();
  const { data } = useInfiniteQuery(holdsOfCase(case_uuid));
  const reasons = data?.pages.flatMap(({ items }) => items.flatMap((hold) => (hold.released_at ? [] : hold.reason)));
  const change = useChange(() => pharos.cases.remove({ case_uuid }), {
    kind: 'case_removal',
    done: () => void navigate({ to: '/cases', search: { deleted: '1' } }),
  });
  return (
    <Confirm
      label={cases.remove}
      question={[cases.remove_ask(person), reasons?.length ? cases.on_hold(heldFor(reasons)) : ''].join(' ').trim()}
      yes={cases.remove}
      change={change}
      onYes={() => change.run(undefined)}
    />
  );
};

/** Reason of the hold, as a line that ends without a full stop. */
const heldFor = (reasons: string[]) => reasons.map((one) => isolate(one.trim().replace(/\.$/, ''))).join('; ');
