import { type QueryKey, useMutation } from '@tanstack/react-query';
import { queries } from '../../api/query-client.ts';
import { useTexts } from '../../texts/texts.tsx';
import { type Trouble, troubleOf } from './trouble.ts';

export type Change<G, D> = {
  run(given: G): void;
  busy: boolean;
  /** Whether the server has confirmed the last one. */
  done: boolean;
  data: D | undefined;
  trouble: Trouble | null;
  reset(): void;
};

/** A change that counts once the server has confirmed it; then, or when it was refused, `stale` is read again. */
export const useChange = <G, D>(
  ask: (given: G) => Promise<D>,
  { stale = [], done }: { stale?: QueryKey[]; done?: (data: D) => void } = {},
): Change<G, D> => {
  const texts = useTexts();
  const { mutate, data, error, isPending, isSuccess, reset } = useMutation({
    mutationFn: ask,
    onSuccess: done,
    onSettled: () => Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const trouble = error ? troubleOf(error, texts) : null;
  return { run: (given) => mutate(given), busy: isPending, done: isSuccess, data, trouble, reset };
};
