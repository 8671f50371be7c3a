import { Link } from '@tanstack/react-router';
import { useReaches } from '../api/me.ts';
import { useTexts } from '../texts/texts.tsx';

/** Notice that no speech service is set up, with the way to the page that sets one up. */
export const NotSetUp = () => {
  const { speech } = useTexts();
  const may_set = useReaches('admin');
  return (
    <span className="soft">
      {speech.not_set_up} {may_set && <Link to="/settings/speech">{speech.set_it_up}</Link>}
    </span>
  );
};
