import { VERSION } from '@pharos/contract/openapi.ts';
import { html } from './html.ts';
import { page } from './page.ts';

/** The page at `/`: what runs here, and where to read on. */
export const homePage = (): string =>
  page({
    title: 'Pharos',
    description: 'The API of a Pharos call record system',
    main: html`
<h1>A Pharos call record system</h1>
<p>This is its API, version ${VERSION}. Pharos keeps the phone calls of a funeral home: what was said, who said it,
and the case that it is about.</p>
<ul class="ways">
<li><a href="/docs">The API reference</a> <span>Every route, with its fields, its errors and an example to run</span></li>
<li><a href="/openapi.json">openapi.json</a> <span>The same for programs, as OpenAPI 3.1</span></li>
<li><a href="/health/ready">Health</a> <span>Whether the server and its database answer</span></li>
</ul>`,
  });
