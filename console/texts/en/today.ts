export const today = {
  title: 'Today',
  voices: 'Calls with a voice that has no name yet',
  nothing: 'Every voice has a name.',
  services: 'Services ahead',
  no_services: 'No service has a date in the days ahead.',
  words: 'Being put into words',
  newest: 'Newest cases',
  latest: 'Latest calls',
  no_calls: 'There are no calls yet. They appear here as they come in.',
};
