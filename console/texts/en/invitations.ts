export const invitations = {
  title: (home: string) => `Welcome to ${home}`,
  intro: 'Choose a password to get started.',
  home: 'Name of your funeral home',
  name: 'Your name',
  email: 'Email',
  password: 'Password',
  password_hint: 'At least 10 characters. A short sentence is easy to remember.',
  enter: 'Continue',
  is_set: 'Your password is set',
  spent: 'This invitation has expired',
  spent_hint: 'It was already used, or it’s too old. Ask the person who invited you for a new link.',
};
