const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const CLOCK =
  '(?:(?:noon|midnight|lunch|supper|closing)|(?:\\d{1,2}(?: \\d{2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:oh|fifteen|thirty|forty|twenty|ten|fifty)(?: five)?)?(?: (?:oclock|am|pm|a m|p m))?)';
const PART = '(?:morning|afternoon|evening|night|noon)';
const SPAN = '(?:\\w+ ){1,4}(?:minutes?|hours?|days?|weeks?)';

/** Forms of when a thing is promised for, the longer first. */
const FORMS: readonly RegExp[] = [
  /\b(?:as soon as|the minute|the moment|once|until|till|when|before|after) (?:i|we|you|he|she|they|it|the|his|her|my|your|that|renita|anybody)\b.*$/,
  new RegExp(
    `\\b(?:by|before|around|after|at|till|until) (?:tomorrow |tonight |today |this |${DAY} )?(?:${DAY}|${PART}|${CLOCK}|tomorrow|tonight|today|then)(?: (?:today|tomorrow|tonight|${DAY}|${PART}|in the ${PART}))*\\b`,
  ),
  new RegExp(
    `\\b(?:in|within|inside|inside of|for|about) (?:the |about |the next |an? )?(?:${SPAN}|hour|half an hour)\\b`,
  ),
  new RegExp(
    `\\b(?:first thing |early |later |right )?(?:this (?:morning|afternoon|evening)|in the (?:morning|afternoon|evening)|tomorrow(?: ${PART})?(?: at ${CLOCK})?|tonight|today|(?:next |this |on )?${DAY}(?: ${PART})?(?: at ${CLOCK})?|right now|right away|while you wait|next week)\\b`,
  ),
];

/** Words of a sentence's text that tell when a thing is promised for, or null. */
export const findDue = (text: string): string | null => {
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match) return match[0].trim();
  }
  return null;
};
