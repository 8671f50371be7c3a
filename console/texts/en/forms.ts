/** The texts of every form. */
export const forms = {
  not_right: 'Something is not right yet.',
  look_at_fields: 'Something is not right yet. It is said beside the field.',
  changed_meanwhile:
    'Somebody else changed this meanwhile. It is shown as it is now, and your change was not saved. Look at it, and change it again if it is still needed.',
  changed_kept: (who?: string) =>
    `${who ?? 'Somebody else'} changed this meanwhile. It is shown as it is now, and your change was not saved. What you wrote stands below each field.`,
  you_wrote: (text: string) => `You wrote: ${text}`,
  you_emptied: 'You had left this empty.',
  take_mine: 'Put mine back',
  take_mine_of: (field: string) => `Put mine back: ${field}`,
  copy: 'Copy',
  copied: 'Copied.',
  copy_yourself: 'It is selected: copy it with Ctrl and C.',
  change: 'Change',
};
