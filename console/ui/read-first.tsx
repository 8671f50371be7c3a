import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts.tsx';
import { troubleOf } from './forms/trouble.ts';
import { TroubleNotice } from './forms/trouble-notice.tsx';
import { Loading } from './loading.tsx';

type Props<D> = {
  // biome-ignore lint/suspicious/noExplicitAny: the key of any query
  query: UseQueryOptions<D, Error, D, any>;
  children(data: D): ReactNode;
};

/** Reads a record before it is edited, so that a change names the version that was seen. */
export const ReadFirst = <D,>({ query, children }: Props<D>) => {
  const texts = useTexts();
  const { data, error, refetch } = useQuery(query);
  if (data !== undefined) return children(data);
  return error ? <TroubleNotice trouble={troubleOf(error, texts)} again={refetch} /> : <Loading />;
};
