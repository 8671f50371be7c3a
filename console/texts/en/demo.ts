/** The texts of a first day. */
export const demo = {
  begin: 'Nothing is here yet',
  begin_how: 'A call belongs to a case. Open the first case, then drop a recording or a transcript on its page.',
  add: 'Look around a sample home first',
  begin_needs: 'Somebody who may write adds the first one.',
  begin_api: 'A program can do the same through the API, with a token from the settings.',
  title: 'This is a sample home',
  what: 'Its people and calls are invented, for you to look around. The numbers of its cases begin with DEMO-.',
  remove: 'Remove the demo',
  remove_ask: 'Remove the sample cases with all their calls? Nothing of your own is touched.',
  remove_needs: 'You cannot remove it.',
};
