import type { Hold } from '@pharos/contract/retention.ts';
import { Confirm } from '../forms/confirm.tsx';
import { useChange } from '../forms/use-change.ts';
import { pharos } from '../shell/pharos.ts';
import { useTexts } from '../texts/texts.tsx';

export const ReleaseHold = ({ hold }: { hold: Hold }) => {
  const { retention } = useTexts();
  const change = useChange(() => pharos.retention.release({ hold_uuid: hold.uuid }), { stale: [['holds'], ['due']] });
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
