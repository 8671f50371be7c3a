export const sessions = {
  title: 'Sign in',
  email: 'Email',
  password: 'Password',
  sign_in: 'Sign in',
  fill_in: 'Enter your email and password.',
  not_kept:
    'Your browser can’t keep you signed in at this address. Use the address that starts with https, or ask your administrator for it.',
};
