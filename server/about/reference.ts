import { FEATURES } from '@pharos/contract/openapi/features.ts';
import { VERSION } from '@pharos/contract/openapi/openapi.ts';
import { namedSchemas } from '@pharos/contract/openapi/schemas.ts';
import { allServedRoutes, type NamedRoute } from '@pharos/contract/table/routes.ts';
import { fieldList, type Schema } from './fields.ts';
import { guide } from './guide.ts';
import { type Html, html, type Part, prose } from './html.ts';
import { page } from './page.ts';
import { headingOf, routeSection } from './route-section.ts';

/** The page at `/docs`: the rules first, then every route of the table, then the objects that they speak of. */
export const referencePage = (routes: NamedRoute[] = allServedRoutes): string =>
  page({
    title: 'Pharos API reference',
    description: 'Every route of the Pharos API, with its fields, its errors and an example',
    nav: contents(routes),
    main: html`
<h1>The Pharos API</h1>
<p class="soft small">Version ${VERSION}. The same for programs: <a href="/openapi.json">openapi.json</a>.</p>
${guide.map(
  ({ id, title, text }) => html`
<section id="${id}">
<h2><a href="#${id}">${title}</a></h2>
${text}
</section>`,
)}
${features(routes).map(
  ({ name, title, text, own }) => html`
<section id="${name}">
<h2><a href="#${name}">${title}</a></h2>
<p>${prose(text)}</p>
${own.map(routeSection)}
</section>`,
)}
${shapes(routes)}`,
  });

const features = (routes: NamedRoute[]) =>
  Object.entries(FEATURES).map(([name, { title, text }]) => ({
    name,
    title,
    text,
    own: routes.filter((entry) => entry.name.startsWith(`${name}.`)),
  }));

const contents = (routes: NamedRoute[]): Html => html`
<nav aria-label="Contents">
<ul>
${guide.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
${features(routes).map(
  ({ name, title, own }) => html`
<li><a href="#${name}">${title}</a>
<ul>${own.map((entry) => html`<li><a href="#${entry.name}">${headingOf(entry.route).heading}</a></li>`)}</ul></li>`,
)}
<li><a href="#objects">Objects</a>
<ul>${shapeNames(routes).map(([name]) => html`<li><a href="#${name}">${name}</a></li>`)}</ul></li>
</ul>
</nav>`;

// What is only ever sent is described at its routes.
const shapeNames = (routes: NamedRoute[]) => {
  const sent = new Set<unknown>(routes.map(({ route }) => route.body));
  return [...namedSchemas()].filter(([, schema]) => !sent.has(schema));
};

const shapes = (routes: NamedRoute[]): Part => html`
<section id="objects">
<h2><a href="#objects">Objects</a></h2>
<p>What answers are made of. A field is always there unless it says that it may be absent.</p>
${shapeNames(routes).map(
  ([name, schema]) => html`
<section class="shape" id="${name}">
<h3><a href="#${name}">${name}</a></h3>
${(schema as Schema).description && html`<p>${prose((schema as Schema).description as string)}</p>`}
${fieldList(schema as Schema, 'answered')}
</section>`,
)}
</section>`;
