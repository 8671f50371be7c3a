import type { Source } from '@pharos/contract/sources.ts';
import { pharos } from '../api/pharos.ts';
import { useTexts } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { ShownOnce } from '../ui/forms/shown-once.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { Activity } from './activity.tsx';
import { Arrivals } from './arrivals.tsx';
import { SourceForm } from './source-form.tsx';

/** Everything about one source: what came in lately, its address, its settings, and the log. */
export const SourcePanel = ({ source }: { source: Source }) => {
  const { settings, sources } = useTexts();
  const { uuid: source_uuid, name, kind, address } = source;
  const change = useChange((body: object) => pharos.sources.patch({ source_uuid, body }), { kind: 'source' });
  const removal = useChange(() => pharos.sources.remove({ source_uuid }), { kind: 'source' });
  return (
    <>
      <Activity source={source} />
      {address && kind in sources.paste_into && (
        <ShownOnce
          label={sources.address}
          value={address}
          hint={sources.paste_into[kind as keyof typeof sources.paste_into]}
        />
      )}
      <Test source={source} />
      <SourceForm label={settings.edit_one(name)} kind={kind} source={source} change={change} />
      <Arrivals source_uuid={source_uuid} />
      <Confirm
        label={settings.remove}
        name={settings.remove_one(name)}
        question={sources.remove_ask(name)}
        yes={settings.remove}
        change={removal}
        onYes={() => removal.run(undefined)}
      />
    </>
  );
};

const Test = ({ source: { uuid: source_uuid, name } }: { source: Source }) => {
  const { sources } = useTexts();
  const test = useChange(async () => (await pharos.sources.test({ source_uuid })).data, { kind: 'source' });
  const reason = test.data?.reason;
  return (
    <div className="row">
      <button
        type="button"
        className="button"
        aria-label={sources.test_of(name)}
        aria-disabled={test.busy}
        onClick={() => test.run(undefined)}
      >
        {sources.test}
      </button>
      <span role="status" className={reason ? 'wrong' : 'soft'}>
        {test.done && (reason ? sources.reasons[reason] : sources.test_ok)}
      </span>
      <TroubleNotice trouble={test.trouble} />
    </div>
  );
};
