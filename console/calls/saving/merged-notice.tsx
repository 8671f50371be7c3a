import { useObservable } from '../../api/use-observable.ts';
import { useWho } from '../../api/users.ts';
import { voiceName } from '../../naming/voice-name.ts';
import { clock } from '../../texts/formats.ts';
import { useLocale, useTexts } from '../../texts/texts.tsx';
import { useReading, useWorkspace } from '../call-workspace.ts';
import type { Difference } from './conflict.ts';
import styles from './merged-notice.module.css';

/** Notice of a change by somebody else that was merged into the call. */
export const MergedNotice = () => {
  const { formats } = useLocale();
  const { store } = useWorkspace();
  const merged = useObservable(store, (state) => state.merged);
  const who = useNames(merged?.by ?? []);
  const { calls } = useTexts();
  const what = useChanges(who === '' ? calls.someone : who, merged?.differences ?? []);
  return (
    <span role="status" className={`${styles.notice} soft`}>
      {merged && (
        <>
          {what} · <time dateTime={merged.at}>{formats.time(merged.at)}</time>
        </>
      )}
    </span>
  );
};

/** Names of the authors of versions; empty where they are unknown. */
export const useNames = (by: (string | null)[]): string => {
  const { formats } = useLocale();
  const who = useWho();
  return formats.list(by.map(who));
};

const useChanges = (who: string, differences: Difference[]): string => {
  const { calls } = useTexts();
  const { voice_of } = useReading();
  const labels = differences.filter((one) => one.kind === 'label');
  const words = differences.filter((one) => one.kind === 'words');
  const [label] = labels;
  if (label && words.length === 0 && labels.length === 1) {
    const voice = voice_of.get(label.id);
    const unnamed = voice ? voiceName({ ...voice, name: null }, calls) : label.id;
    return calls.merged.named(who, label.before ?? unnamed, label.theirs);
  }
  if (labels.length > 0 && words.length === 0) return calls.merged.named_several(who, labels.length);
  const [first] = words;
  if (first && labels.length === 0 && words.length === 1) return calls.merged.edited(who, clock(first.at_ms));
  return calls.merged.edited_several(who, labels.length + words.length);
};
