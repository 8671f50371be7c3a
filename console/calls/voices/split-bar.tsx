import { useObservable } from '../../api/use-observable.ts';
import { shortName, voiceName } from '../../naming/voice-name.ts';
import { useTexts } from '../../texts/texts.tsx';
import { useReading, useWorkspace } from '../call-workspace.ts';
import type { Split } from '../state.ts';
import { NameField } from './name-field.tsx';
import { askSecondName, finishSplit, isTold, leaveSplit, stopNaming, turnsOfVoice } from './split.ts';
import styles from './split-bar.module.css';
import { useNextPlace } from './split-question.tsx';
import { VoiceMark } from './voice-mark.tsx';

/** Bar below the transcript while a speaker is split: the progress, and a way to cancel. */
export const SplitBar = () => {
  const split = useObservable(useWorkspace().split, (split) => split);
  return split && <Bar split={split} />;
};

const Bar = ({ split }: { split: Split }) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const { voice_of, voices } = useReading();
  const place = useNextPlace();
  const voice = voice_of.get(split.id);
  if (!voice) return null;
  const first = turnsOfVoice(workspace, split.id).length - split.second.size;
  return (
    <section className={`${styles.bar} card`} aria-labelledby="split">
      <h2 id="split">{calls.split.title(voiceName(voice, calls))}</h2>
      <p role="status" className="figures">
        <span>
          <VoiceMark place={voice.place} /> {calls.split.turns(shortName(voice, voices, calls), first)}
        </span>{' '}
        <span>
          <VoiceMark place={place} /> {calls.split.turns(calls.split.second, split.second.size)}
        </span>
      </p>
      {split.naming ? <Naming /> : <Telling told={isTold(workspace, split)} />}
    </section>
  );
};

const Telling = ({ told }: { told: boolean }) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  return (
    <>
      <p className="soft">{calls.split.hint}</p>
      <p className="row">
        <button type="button" className="button small first" disabled={!told} onClick={() => askSecondName(workspace)}>
          {calls.split.name_second}
          <span className="key" aria-hidden="true">
            N
          </span>
        </button>
        <button type="button" className="button small plain" onClick={() => leaveSplit(workspace)}>
          {calls.split.leave}
        </button>
      </p>
    </>
  );
};

const Naming = () => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const names = useObservable(workspace.names, (names) => names);
  return (
    <div className="row">
      <NameField
        label={calls.split.name_of_second}
        names={names}
        onName={(name) => finishSplit(workspace, name)}
        onLeave={() => stopNaming(workspace)}
      />
      <button type="button" className="button small plain" onClick={() => finishSplit(workspace, '')}>
        {calls.split.no_name}
      </button>
      <button type="button" className="button small plain" onClick={() => stopNaming(workspace)}>
        {calls.split.back}
      </button>
    </div>
  );
};
