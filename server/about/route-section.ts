import { sizeOf } from '@pharos/contract/openapi/operation.ts';
import { nameOf } from '@pharos/contract/openapi/schemas.ts';
import { errorsOf, hasEtag, takesIdempotencyKey, takesIfMatch } from '@pharos/contract/table/errors.ts';
import { BODY_LIMIT, type Route } from '@pharos/contract/table/route.ts';
import type { NamedRoute } from '@pharos/contract/table/routes.ts';
import { curl } from './curl.ts';
import { fieldList, type Schema, typeOf } from './fields.ts';
import { type Html, html, joined, type Part } from './html.ts';

/** A summary's first clause, which is its heading, and the rest as a sentence of its own. */
export const headingOf = ({ summary }: Route): { heading: string; rest: string } => {
  const [, heading = summary, rest = ''] = /^(.*?)[:;] (.*)$/.exec(summary) ?? [];
  return { heading, rest: rest && `${rest[0]?.toUpperCase()}${rest.slice(1)}.` };
};

/** All that there is to know of one route. */
export const routeSection = ({ name, route }: NamedRoute): Html => {
  const { heading, rest } = headingOf(route);
  return html`
<section class="route" id="${name}">
<h3><a href="#${name}">${heading}</a></h3>
<p class="margin"><b>${route.method}</b> <span>${whoMay(route)}</span></p>
<p class="path"><code>${breakable(route.path)}</code></p>
${rest && html`<p>${rest}</p>`}
${route.params && part('In the path', fieldList(route.params as Schema, 'sent'))}
${route.query && part('In the query', fieldList(route.query as Schema, 'sent'))}
${headers(route)}
${route.body && part('Body', bodyOf(route))}
${part('Answer', answerOf(route))}
${errors(route)}
${part('Example', html`<pre><code>${curl(route)}</code></pre>`)}
</section>`;
};

const part = (title: string, content: Part): Html => html`<h4>${title}</h4>
${content}`;

const whoMay = ({ access }: Route) => {
  if (access === 'public') return 'no token needed';
  if (access === 'callback') return 'providers only';
  if (access === 'source') return 'phone systems only';
  return access === 'operator' ? 'operator' : `${access} and above`;
};

// A long path breaks before a slash, as a reader would break it.
const breakable = (path: string): Part => path.split('/').map((step, index) => index > 0 && html`<wbr>/${step}`);

const headers = (route: Route): Part => {
  const lines = [
    route.headers &&
      html`${joined(
        Object.keys(route.headers).map((name) => html`<code>${name}</code>`),
        ', ',
      )}.`,
    takesIfMatch(route) && html`<code>If-Match</code>, if you like, with an <a href="#versions">ETag</a>.`,
    route.method === 'GET' &&
      hasEtag(route) &&
      html`<code>If-None-Match</code>, if you like, with an <a href="#versions">ETag</a>.`,
    takesIdempotencyKey(route) && html`<code>Idempotency-Key</code>, if you like: sent again, it is done once.`,
  ].filter(Boolean);
  return lines.length > 0 && part('Headers', html`<p class="small">${lines}</p>`);
};

const bodyOf = ({ body, body_kind = 'json', body_limit = BODY_LIMIT }: Route): Html => {
  const size = `at most ${sizeOf(body_limit)}`;
  if (body_kind === 'stream') {
    return html`<p class="small">The bytes of the file, whatever its <code>Content-Type</code>; ${size}.</p>`;
  }
  if (body_kind === 'file') {
    return html`<p class="small">The file itself, as <code>application/json</code>, <code>text/vtt</code>,
<code>application/x-subrip</code> or <code>application/octet-stream</code>; ${size}.</p>`;
  }
  if (body_kind === 'raw') return html`<p class="small">The message as the source signs it; ${size}.</p>`;
  const type = body_kind === 'json' ? 'application/json' : 'application/merge-patch+json';
  return html`<p class="small"><code>${type}</code>, ${size}.</p>${fieldList(body as Schema, 'sent')}`;
};

const answerOf = (route: Route): Html => {
  const { status, data, message } = route;
  if (route.answer_kind === 'bytes') {
    return html`<p class="small"><b>${status}</b> with the file itself, or <b>206</b> with the range that was asked for.</p>`;
  }
  if (!data) return html`<p class="small"><b>${status}</b> without a body.</p>`;
  const shape = data as Schema;
  const etag = hasEtag(route) && html` With an <a href="#versions">ETag</a>.`;
  const said = message !== undefined && html` <code>message</code> is “${message}”.`;
  const named = nameOf(shape);
  return html`<p class="small"><b>${status}</b> <code>data</code> is ${named ? [/^[AEIOU]/.test(named.name) ? 'an ' : 'a ', typeOf(shape)] : shape.properties ? 'an object' : ['a ', typeOf(shape)]}.${said}${etag}</p>
${!named && fieldList(shape, 'answered')}`;
};

const errors = (route: Route): Part => {
  const statuses = errorsOf(route);
  const links = statuses.map((status) => html`<a href="#error-${status}">${status}</a>`);
  return links.length > 0 && part('Errors', html`<p class="small statuses">${joined(links, ' ')}</p>`);
};
