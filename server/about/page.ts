import { type Html, html } from './html.ts';

type Page = { title: string; description: string; nav: Html; main: Html };

/** A whole page: no scripts, nothing from elsewhere, its styles at /page.css and /docs.css. */
export const page = ({ title, description, nav, main }: Page): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<title>${title}</title>
<link rel="icon" href="/pharos.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page.css">
<link rel="stylesheet" href="/docs.css">
</head>
<body class="book">
<a class="skip" href="#text">Skip to the text</a>
<header><a class="name" href="/"><img src="/pharos.svg" alt="" width="20" height="20"> Pharos</a></header>
${nav}
<main id="text" tabindex="-1">
${main}
</main>
</body>
</html>
`.text;
