import { useTexts } from '../texts/texts.tsx';
import './loading.css';

const LINES = ['long', 'long', 'short', 'long', 'middle'];

/** A page that is on its way: the quiet shape of text. */
export const Loading = () => {
  const { shell } = useTexts();
  return (
    <div className="loading" role="status">
      <span className="unseen">{shell.loading}</span>
      {LINES.map((length, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change places
        <div key={index} className={`line ${length}`} />
      ))}
    </div>
  );
};
