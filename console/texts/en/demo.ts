/** The first day: an empty home, and the sample data. */
export const demo = {
  begin: 'Welcome to Pharos',
  begin_how: 'Every call belongs to a case. Create your first case, then drop a recording or a transcript on its page.',
  add: 'Explore with sample data',
  begin_needs: 'A team member who can edit cases can create the first one.',
  begin_api: 'Your programs can do the same through the API, with a token from Settings.',
  title: 'You’re viewing sample data',
  what: 'The sample people and calls are invented. Their case numbers start with DEMO-.',
  section: 'Sample data',
  remove: 'Remove sample data',
  remove_ask: 'Remove the sample cases and all their calls? Your own cases stay.',
};
