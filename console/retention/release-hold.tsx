import type { Hold } from '@pharos/contract/retention.ts';
import { pharos } from '../api/pharos.ts';
import { useTexts } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { useChange } from '../ui/forms/use-change.ts';

export const ReleaseHold = ({ hold }: { hold: Hold }) => {
  const { retention } = useTexts();
  const change = useChange(() => pharos.retention.release({ hold_uuid: hold.uuid }), { kind: 'hold' });
  return (
    <Confirm
      label={retention.release}
      name={retention.release_one(hold.reason)}
      question={retention.release_ask}
      yes={retention.release}
      change={change}
      onYes={() => change.run(undefined)}
    />
  );
};
