/** One’s own account. */
export const me = {
  you: 'You',
  organization: 'Funeral home',
  name_needs: 'An administrator can change your name and email.',
  password: 'Password',
  current_password: 'Current password',
  new_password: 'New password',
  change_password: 'Change password',
  password_changed: 'Password changed. You’re signed out everywhere else.',
  tokens: 'API tokens',
  keep_tokens: 'Keep my API tokens working',
  keep_tokens_hint: 'Otherwise they stop working when your password changes.',
  sign_out_hint: 'Ends your session in this browser.',
};
