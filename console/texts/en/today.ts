import { plural } from './numbers.ts';

const WORDS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
const many = (n: number, word: string) => `${WORDS[n]?.toLowerCase() ?? n} ${plural(n, word)}`;
const most = (n: number, is_more: boolean) => (is_more ? `more than ${n}` : (WORDS[n]?.toLowerCase() ?? String(n)));

/** The morning page. */
export const today = {
  title: 'Today',
  greetings: {
    morning: (name: string) => (name ? `Good morning, ${name}` : 'Good morning'),
    afternoon: (name: string) => (name ? `Good afternoon, ${name}` : 'Good afternoon'),
    evening: (name: string) => (name ? `Good evening, ${name}` : 'Good evening'),
  },
  services_this_week: (n: number) => `${many(n, 'service')} this week`,
  new_calls: (n: number, is_more: boolean) => `${most(n, is_more)} new ${plural(n, 'call')} since yesterday`,
  calls_that_need: (n: number, is_more: boolean) =>
    `${most(n, is_more)} ${n === 1 ? 'call that needs' : 'calls that need'} you`,
  nothing_needs: 'Nothing needs you.',
  needs: 'Needs you',
  week: 'Services this week',
  no_service: 'No service',
  more: (n: number) => `${n} more`,
  is_today: 'Today',
  no_case: 'No case yet',
  no_words: 'No transcript yet.',
  no_words_because: (reason: string) => `No transcript yet. ${reason}`,
  no_quote: 'No one speaks in this recording.',
  name_speakers: (n: number) => `Name ${n} ${plural(n, 'speaker')}`,
  say_whose: 'Say whose it is',
  speaks: (n: number) => `${n} ${plural(n, 'turn')}`,
  hear: (title: string) => `Play ${title}`,
  stop: 'Stop',
  silent: 'This recording can’t be played right now.',
  named: (name: string) => `Named ${name}.`,
  moved: (person: string) => `Moved to ${person}.`,
  show_more: (n: number) => `Show ${n} more`,
  latest: 'Latest calls',
  no_calls: 'No calls yet. New calls appear here.',
  add_recording: 'Add recording',
  drop: {
    title: (n: number) => plural(n, 'Whose call is this?', 'Whose calls are these?'),
    newest: 'Newest cases',
    later: 'Decide later',
    later_hint: 'It waits here until someone says whose it is.',
    cancel: 'Cancel',
  },
};
