import { lazy, Suspense, useEffect } from 'react';
import { useObservable } from '../api/use-observable.ts';
import { useSettled } from '../ui/use-settled.ts';
import { useReading, useWorkspace } from './call-workspace.ts';

// What nobody needs before the words are there comes after them. A page that has lost its connection meanwhile stays as it
// is: the conflict is fetched again when there is one, which only a server can say.
const fetchConflict = () => import('./saving/conflict-panel.tsx');
const LazyConflict = lazy(async () => ({ default: (await fetchConflict()).Conflict }));
const LazyNoWords = lazy(async () => {
  const found = await import('./words/no-words.tsx').catch(() => null);
  return { default: found?.NoWords ?? (() => null) };
});

type OfCall = { call_uuid: string; case_uuid: string };
const LazyInsights = lazy(async () => {
  const found = await import('./insights/insights.tsx').catch(() => null);
  return { default: found?.Insights ?? ((_: OfCall) => null) };
});

const LazyMeasures = lazy(async () => {
  const found = await import('./measures/measures.tsx').catch(() => null);
  return { default: found?.Measures ?? ((_: { call_uuid: string }) => null) };
});

const LazyKeys = lazy(async () => {
  const found = await import('./keys-dialog.tsx').catch(() => null);
  return { default: found?.KeysDialog ?? ((_: { asked: number }) => null) };
});

/** The dialog of all keys comes when somebody asks for it. */
export const Keys = ({ asked }: { asked: number }) =>
  asked > 0 ? (
    <Suspense fallback={null}>
      <LazyKeys asked={asked} />
    </Suspense>
  ) : null;

export const Conflict = () => {
  const { store } = useWorkspace();
  const is_there = useObservable(store, ({ theirs }) => theirs !== null);
  const settled = useSettled();
  useEffect(() => {
    if (settled) void fetchConflict().catch(() => {});
  }, [settled]);
  return is_there ? (
    <Suspense fallback={null}>
      <LazyConflict />
    </Suspense>
  ) : null;
};

export const NoWords = () => (
  <Suspense fallback={null}>
    <LazyNoWords />
  </Suspense>
);

/** Insights are read once the page is at rest. */
export const Insights = (named: OfCall) =>
  useSettled() ? (
    <Suspense fallback={null}>
      <LazyInsights {...named} />
    </Suspense>
  ) : null;

/** Measures come with the insights: they are below them. */
export const Measures = ({ call_uuid }: { call_uuid: string }) => {
  const has_words = useReading().draft.words.length > 0;
  return useSettled() && has_words ? (
    <Suspense fallback={null}>
      <LazyMeasures call_uuid={call_uuid} />
    </Suspense>
  ) : null;
};
