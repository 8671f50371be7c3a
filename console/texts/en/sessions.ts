export const sessions = {
  title: 'Sign in',
  email: 'Email',
  password: 'Password',
  sign_in: 'Sign in',
  fill_in: 'Please fill in both fields.',
  not_kept:
    'This browser does not keep you signed in at this address. That takes one that begins with https: ask whoever looks after it.',
};
