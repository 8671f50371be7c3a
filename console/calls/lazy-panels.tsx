import { lazy, Suspense, useEffect } from 'react';
import { useObservable } from '../api/use-observable.ts';
import { useSettled } from '../ui/use-settled.ts';
import { useWorkspace } from './call-workspace.ts';

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
