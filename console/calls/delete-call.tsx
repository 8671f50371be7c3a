import { useNavigate } from '@tanstack/react-router';
import { pharos } from '../api/pharos.ts';
import { useObservable } from '../api/use-observable.ts';
import { useTexts } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { useWorkspace } from './call-workspace.ts';

/** Takes the call out of its case, where it can be brought back. */
export const DeleteCall = () => {
  const { calls } = useTexts();
  const { store, may_write } = useWorkspace();
  const { uuid: call_uuid, case_uuid } = useObservable(store, ({ call }) => call);
  const navigate = useNavigate();
  const change = useChange(() => pharos.calls.remove({ call_uuid }), {
    kind: 'call_removal',
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
