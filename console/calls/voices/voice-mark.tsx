import { COLOURS, SHAPES } from '../../transcript/voices.ts';
import styles from './voice-mark.module.css';

const PATHS: [shape: string, hollow: boolean][] = [
  ['M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3Z', false],
  ['M8 1.5 14.5 8 8 14.5 1.5 8Z', false],
  ['M3.5 3.5h9v9h-9Z', true],
  ['M8 2.5 14.5 13.5h-13Z', false],
  ['M8 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z', true],
  ['M8 2.5 13.5 8 8 13.5 2.5 8Z', true],
];

/** Mark of a speaker: a color and a shape, by their place among the speakers. */
export const VoiceMark = ({ place }: { place: number }) => {
  const [path, hollow] = PATHS[place % SHAPES] as (typeof PATHS)[0];
  return (
    <svg className={`${styles.mark} ${colourOf(place)}`} viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path
        d={path}
        fill={hollow ? 'none' : 'currentColor'}
        stroke={hollow ? 'currentColor' : 'none'}
        strokeWidth="2.5"
      />
    </svg>
  );
};

export const colourOf = (place: number) => `voice-${place % COLOURS}`;
