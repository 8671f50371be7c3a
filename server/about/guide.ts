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
  [405, 'Method Not Allowed', 'This path takes other methods, listed in the header `Allow`.'],
  [431, 'Request Header Fields Too Large', 'The headers are too long.'],
  [500, 'Internal Server Error', 'An error of the server. Nothing was changed; give your operator the `request_id`.'],
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
<p>The examples are shell commands. They need the address of your server and a token:</p>
${code('PHAROS=http://127.0.0.1:8080\nTOKEN=$(cat data/admin-token)')}
<p>${prose(`The first start of a server writes the first token to \`admin-token\` in its data folder. The ids in the examples are made up: replace them by your own, which the lists of cases and calls show.`)}</p>`,
  },
  {
    id: 'access',
    title: 'Tokens and rights',
    text: html`
<p>${prose('Every route except health checks, sign-in, invitations, signed links to recordings and messages of sources needs the header `Authorization: Bearer <token>`. The token is an API token of Pharos, or a JWT of your identity provider, if the server is set up to trust one. In a browser, signing in sets a cookie instead; requests that change something must then also name this server in the header `Origin`, as browsers do.')}</p>
<p>A token belongs to one user of one organization, and sees nothing else. A token with only the scope <code>write</code>
gets no more than the <code>uuid</code> of what it wrote. A record of another organization is answered with 404, like one
that does not exist, so that nobody can find out which it is.</p>
<p>${prose('Users have an access level: `viewer` reads, `member` also writes, `admin` runs the organization, `operator` the whole installation. Each level includes the ones before it.')}</p>`,
  },
  {
    id: 'answers',
    title: 'Answers',
    text: html`
<p>${prose('A success with a body has the record or list in `data`:')}</p>
${code(compact(answer))}
<p>${prose('`message` is text or null. `request_id` is also in the header `X-Request-Id` of every answer; use it to find the request in the log of the server. Times are RFC 3339 in UTC with `Z`, days are `YYYY-MM-DD`.')}</p>`,
  },
  {
    id: 'errors',
    title: 'Errors',
    text: html`
<p>${prose('Every error has the same form, whatever its status. `errors` lists up to 20 problems: `pointer` is a JSON pointer (RFC 6901) to the field, or empty for the request as a whole. `code` is stable, for programs to decide by; `given` has the values for a message of your own. A refused request has changed nothing.')}</p>
${code(compact(refusal))}
<dl class="fields">${statuses.map(
      ([status, title, meaning]) => html`
<div id="error-${status}"><dt><b>${status}</b> ${title}</dt><dd>${prose(meaning)}</dd></div>`,
    )}</dl>`,
  },
  ...rules,
];
