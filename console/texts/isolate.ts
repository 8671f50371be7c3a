const RIGHT_TO_LEFT = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;
/** Unicode's own brackets around what has a direction of its own: first strong isolate, pop directional isolate. */
const [OPEN, CLOSE] = ['\u2068', '\u2069'];

/** A name as it stands in a sentence of another direction, so that neither turns the other around. */
export const isolate = (name: string): string => (RIGHT_TO_LEFT.test(name) ? `${OPEN}${name}${CLOSE}` : name);
