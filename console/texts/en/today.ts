export const today = {
  title: 'Today',
  voices: 'Speakers to name',
  nothing: 'All speakers are named.',
  services: 'Upcoming services',
  no_services: 'No upcoming services.',
  words: 'Transcriptions',
  newest: 'Newest cases',
  latest: 'Latest calls',
  no_calls: 'No calls yet. New calls appear here.',
};
