/** Texts of many pages. */
export const ui = {
  loading: 'Loading…',
  unreachable: 'Pharos can’t be reached. Check your connection and try again.',
  proxy_limit:
    'Something between your browser and Pharos doesn’t let through requests of this size. Tell your administrator: the proxy’s limit for request bodies is too low.',
  same_version_refused:
    'The server keeps refusing this change, though no one else changed it. Something between your browser and Pharos may be altering requests. Reload the page, or tell your administrator.',
  try_again: 'Try again',
  request_id: (id: string) => `For your administrator: request ID ${id}`,
  show_more: 'Show more',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
};
