import type { SearchHit } from '@pharos/contract/search.ts';
import { useObservable } from '../api/use-observable.ts';
import { PauseSign, PlaySign } from '../calls/player/icons.tsx';
import { clock } from '../texts/formats.ts';
import { useTexts } from '../texts/texts.tsx';
import { keyOf } from './hit-key.ts';
import type { HitPlayer } from './hit-player.ts';

/** Button that plays a hit, pauses it and goes on. It stays the same element, so that it keeps the focus. */
export const PlayButton = ({ hit, player }: { hit: SearchHit; player: HitPlayer<SearchHit> }) => {
  const { search } = useTexts();
  const its = useObservable(player, (now) => (now?.key === keyOf(hit) && !now.failed ? now : null));
  const sounds = its !== null && !its.paused;
  return (
    <button
      type="button"
      data-play
      className={its ? 'round' : 'button small'}
      aria-label={sounds ? search.pause : search.play(clock(hit.start_ms))}
      onClick={() => player.toggle(keyOf(hit), hit.call_uuid, hit)}
    >
      {sounds ? <PauseSign /> : <PlaySign />}
      {!its && search.listen}
    </button>
  );
};
