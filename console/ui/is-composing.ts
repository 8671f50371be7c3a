type Key = Pick<KeyboardEvent, 'isComposing' | 'keyCode'>;

/** Code of a key that belongs to an input method: the Enter that ends a composition has nothing else in Safari. */
const IN_COMPOSITION = 229;

/** A key that goes into a word of Chinese, Japanese or Korean that is being written, and is no command. */
export const isComposing = ({ isComposing, keyCode }: Key): boolean => isComposing || keyCode === IN_COMPOSITION;
