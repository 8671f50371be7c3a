import { ERROR_STATUSES, ERRORS } from '@pharos/contract/table/statuses.ts';
import { compact } from './curl.ts';
import { type Chapter, html, prose } from './html.ts';
import { rules } from './rules.ts';

const code = (text: string) => html`<pre><code>${text}</code></pre>`;

const answer = {
  status: 'success',
  timestamp: '2026-11-17T09:31:02.114Z',
  data: { uuid: '3f0b6a52-7c1d-4e9a-8b64-d2c95e17a083', duration: 760 },
  message: 'Call updated',
  request_id: '0d5c1f7e-93a4-4b1f-9a52-6f1be2c7d840',
};

const refusal = {
  status: 'error',
  error: 'Bad Request',
  message: '/transcript/words/2/start_ms must be at least 0',
  status_code: 400,
  timestamp: '2026-11-17T09:31:02.114Z',
  request_id: '0d5c1f7e-93a4-4b1f-9a52-6f1be2c7d840',
  errors: [
    {
      pointer: '/transcript/words/2/start_ms',
      message: 'must be at least 0',
      code: 'below_minimum',
      given: { limit: 0 },
    },
  ],
};

const ANYWHERE = [
  [405, 'Method Not Allowed', 'The address takes other methods, which the header `Allow` names.'],
  [431, 'Request Header Fields Too Large', 'The headers are too long.'],
  [500, 'Internal Server Error', 'A fault of ours. Nothing was changed; tell your operator the `request_id`.'],
] as const;

const statuses = [
  ...ERROR_STATUSES.map((status) => [status, ERRORS[status].title, ERRORS[status].meaning] as const),
  ...ANYWHERE,
].sort(([a], [b]) => a - b);

/** The chapters before the routes. */
export const guide: Chapter[] = [
  {
    id: 'begin',
    title: 'Before you begin',
    text: html`
<p>The examples are commands for a shell. They want to know where your server is, and a token:</p>
${code('PHAROS=http://127.0.0.1:8080\nTOKEN=$(cat data/admin-token)')}
<p>${prose(`The first start of a server writes the first token to \`admin-token\` in its data folder. The ids in the examples are made up: put in your own, which lists of cases and calls show you.`)}</p>`,
  },
  {
    id: 'access',
    title: 'Tokens and rights',
    text: html`
<p>${prose('Every route but those of health, of signing in and of invitations wants the header `Authorization: Bearer <token>`. The token is an API token of Pharos, or a JWT of your sign-in, where the server was told to trust one. In a browser, signing in sets a cookie instead; then whatever changes something also has to name this server in the header `Origin`, as browsers do.')}</p>
<p>A token belongs to one user of one organization, and sees nothing else. One with the scope <code>write</code> alone is
answered with the <code>uuid</code> of what it wrote and no more: what another organization has, and what nobody
has, are both answered with 404, so that nobody can find out which it is.</p>
<p>${prose('Users have an access level: `viewer` reads, `member` also writes, `admin` runs the organization, `operator` the whole installation. Each may do all that the ones before it may.')}</p>`,
  },
  {
    id: 'answers',
    title: 'Answers',
    text: html`
<p>${prose('A success with a body has the thing itself in `data`:')}</p>
${code(compact(answer))}
<p>${prose('`message` is text or null. `request_id` is also in the header `X-Request-Id`, of every answer: it finds the request in the log of the server. Times are RFC 3339 in UTC with `Z`, days are `YYYY-MM-DD`.')}</p>`,
  },
  {
    id: 'errors',
    title: 'Errors',
    text: html`
<p>${prose('An error has the same form whatever its status. `errors` says what is wrong, and where: up to 20 fields by a JSON pointer (RFC 6901), or with an empty one the request as a whole. Each has its reason as a `code` that stays the same: a program can decide by it, and say it in words of its own with what is in `given`. Whatever was refused has changed nothing.')}</p>
${code(compact(refusal))}
<dl class="fields">${statuses.map(
      ([status, title, meaning]) => html`
<div id="error-${status}"><dt><b>${status}</b> ${title}</dt><dd>${prose(meaning)}</dd></div>`,
    )}</dl>`,
  },
  ...rules,
];
