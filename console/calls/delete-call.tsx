import { useNavigate } from '@tanstack/react-router';
import { Confirm } from '../forms/confirm.tsx';
import { useChange } from '../forms/use-change.ts';
import { pharos } from '../shell/pharos.ts';
import { useValue } from '../shell/use-value.ts';
import { useTexts } from '../texts/texts.tsx';
import { useDesk } from './desk.ts';

/** Takes the call out of its case, where it can be brought back. */
export const DeleteCall = () => {
  const { calls } = useTexts();
  const { store, may_write } = useDesk();
  const { uuid: call_uuid, case_uuid } = useValue(store, ({ call }) => call);
  const navigate = useNavigate();
  const change = useChange(() => pharos.calls.remove({ call_uuid }), {
    stale: [['case'], ['today'], ['search'], ['jobs']],
    done: () => void navigate({ to: '/cases/$case_uuid', params: { case_uuid }, hash: 'deleted-calls' }),
  });
  if (!may_write) return null;
  return (
    <Confirm
      label={calls.remove}
      question={calls.remove_ask}
      yes={calls.remove}
      change={change}
      onYes={() => change.run(undefined)}
    />
  );
};
