import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts/texts.tsx';
import { useTitle } from '../ui/use-title.ts';
import { NoticePage } from './notice-page.tsx';

export const NotFoundPage = () => {
  const { shell } = useTexts();
  useTitle(shell.not_found);
  return (
    <NoticePage>
      <h1>{shell.not_found}</h1>
      <p>{shell.not_found_hint}</p>
      <p>
        <Link to="/" className="button">
          {shell.to_today}
        </Link>
      </p>
    </NoticePage>
  );
};
