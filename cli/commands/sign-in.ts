import { createClient } from '@pharos/client';
import { type Command, UsageError } from '../command.ts';
import { addressOf, DEFAULT_URL, forgetCredentials, keepCredentials } from '../credentials.ts';
import { readSecret } from '../read-secret.ts';

const isLocal = (url: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);

export const login: Command = {
  summary: 'Keep a token for a server, after trying it; it is asked for, or read from standard input',
  positionals: ['[URL]'],
  options: {},
  run: async ({ given, out, environment }) => {
    const url = addressOf(given[0] ?? DEFAULT_URL);
    if (url.startsWith('http:') && !isLocal(url))
      out.note(`Anybody on the way to ${url} can read what is sent: use https.`);
    const token = await readSecret(`Token for ${url} (from Settings, Tokens): `);
    if (!token) throw new UsageError('No token was given. Pipe it in, or type it when asked.');
    const { data } = await createClient({ baseUrl: url, token }).me.get();
    const file = await keepCredentials(environment, { url, token });
    const name = data.user.name ?? data.user.email;
    out.note(`Signed in as ${name}, ${data.access_level} of ${data.organization.name}. The token is in ${file}.`);
  },
};

export const logout: Command = {
  summary: 'Forget the token; revoke it in the console',
  positionals: [],
  options: {},
  run: async ({ out, environment }) => {
    out.note((await forgetCredentials(environment)) ? 'The token is forgotten.' : 'There was no token.');
  },
};

export const me: Command = {
  summary: 'Show whose token it is, and what it may do',
  positionals: [],
  options: {},
  run: async ({ client, out }) => {
    const { data } = await client.me.get();
    if (out.as_json) return out.json(data);
    const { user, organization, access_level } = data;
    const shown = { organization: organization.name, access_level, name: user.name, email: user.email };
    out.record(shown, Object.keys(shown));
  },
};
