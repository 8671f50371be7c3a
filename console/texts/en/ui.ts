/** What every page may say. */
export const ui = {
  loading: 'Loading…',
  unreachable: 'Pharos can’t be reached. Check your connection and try again.',
  try_again: 'Try again',
  request_id: (id: string) => `For your administrator: request ID ${id}`,
  show_more: 'Show more',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
};
