/** Tokens that Whisper writes for itself: `<|0.00|>`, `<|endoftext|>`, `[_BEG_]`, `[_TT_153]`, `[SPEAKER_TURN]`. */
const CONTROL = /<\|[^<>|\s]{0,40}\|>|\[_[A-Z]{2,12}_\d{0,6}\]|\[\s?SPEAKER[_ ]TURN\s?\]/g;
/** Notes that nobody spoke, such as `[BLANK_AUDIO]`, `(silence)` and `[ No speech ]`. */
const SILENCE = /[[(]\s?(?:blank[_ ]?audio|silen(?:ce|t|cio)|no[_ ](?:speech|audio|sound))\s?[\])]/gi;

/** A text without what a program put into it that nobody said, and how often it did. */
export const withoutMarkers = (text: string): { text: string; markers: number } => {
  let markers = 0;
  const remove = () => {
    markers++;
    return ' ';
  };
  return { text: text.replace(CONTROL, remove).replace(SILENCE, remove), markers };
};
