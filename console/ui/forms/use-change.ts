import { useMutation } from '@tanstack/react-query';
import { type ChangeKind, markStale } from '../../api/stale.ts';
import { useTexts } from '../../texts/texts.tsx';
import { type Trouble, troubleOf } from './trouble.ts';

export type Change<G, D> = {
  run(given: G): void;
  busy: boolean;
  /** True if the server has confirmed the last change. */
  done: boolean;
  data: D | undefined;
  trouble: Trouble | null;
  reset(): void;
};

/** A change that counts once the server has confirmed it; then, or when it was refused, what it makes stale is read again. */
export const useChange = <G, D>(
  ask: (given: G) => Promise<D>,
  { kind, done }: { kind?: ChangeKind; done?: (data: D) => void } = {},
): Change<G, D> => {
  const texts = useTexts();
  const { mutate, data, error, isPending, isSuccess, reset } = useMutation({
    mutationFn: ask,
    onSuccess: done,
    onSettled: () => kind && markStale(kind),
  });
  const trouble = error ? troubleOf(error, texts) : null;
  return { run: (given) => mutate(given), busy: isPending, done: isSuccess, data, trouble, reset };
};
