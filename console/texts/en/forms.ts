/** Every form. */
export const forms = {
  not_right: 'Something needs fixing:',
  look_at_fields: 'Check the highlighted fields.',
  changed_meanwhile:
    'Someone else just changed this. You’re seeing the latest version; your change wasn’t saved. Make it again if it’s still needed.',
  changed_kept: (who?: string) =>
    `${who ?? 'Someone else'} just changed this. You’re seeing the latest version; your change wasn’t saved. What you entered is shown below each field.`,
  you_wrote: (text: string) => `You entered: ${text}`,
  you_emptied: 'You cleared this field.',
  take_mine: 'Use mine',
  take_mine_of: (field: string) => `Use mine: ${field}`,
  copy: 'Copy',
  copied: 'Copied',
  copy_yourself: 'Press Ctrl+C to copy the selected text.',
  change: 'Edit',
};
