export const invitations = {
  title: (home: string) => `Welcome to ${home}`,
  intro: 'Choose a password, and you are in.',
  name: 'Your name',
  email: 'Email',
  password: 'Password',
  password_hint: 'At least 10 characters. A short sentence is easy to remember.',
  enter: 'Come in',
  is_set: 'Your password is set',
  spent: 'This invitation no longer works',
  spent_hint: 'It was used already, or it is too old. Whoever sent it can send a new one.',
};
