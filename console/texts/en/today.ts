export const today = {
  title: 'Today',
  to_name: 'Speakers to name',
  all_named: 'All speakers are named.',
  services: 'Upcoming services',
  no_services: 'No upcoming services.',
  transcriptions: 'Transcriptions',
  newest: 'Newest cases',
  latest: 'Latest calls',
  no_calls: 'No calls yet. New calls appear here.',
};
