import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts/texts.tsx';
import { useTitle } from '../ui/use-title.ts';
import { NoticePage } from './notice-page.tsx';

export const NotFoundPage = () => {
  const { app } = useTexts();
  useTitle(app.not_found);
  return (
    <NoticePage>
      <h1>{app.not_found}</h1>
      <p>{app.not_found_hint}</p>
      <p>
        <Link to="/" className="button">
          {app.to_today}
        </Link>
      </p>
    </NoticePage>
  );
};
