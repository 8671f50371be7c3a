import { useInfiniteQuery } from '@tanstack/react-query';
import { useTexts } from '../texts/texts.tsx';
import { Icon } from '../ui/icon.tsx';
import { holdsOfCase } from './queries.ts';

/** Sign in the head of a case that it is on hold; nothing where it is not. */
export const HoldBadge = ({ case_uuid }: { case_uuid: string }) => {
  const { retention } = useTexts();
  const { data } = useInfiniteQuery(holdsOfCase(case_uuid));
  const is_held = data?.pages.some(({ items }) => items.some(({ released_at }) => released_at === null));
  if (!is_held) return null;
  return (
    <p>
      <span className="chip lamp">
        <Icon name="hold" /> {retention.on_hold}
      </span>
    </p>
  );
};
