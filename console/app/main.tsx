import '@fontsource-variable/literata/wght.css';
import '@fontsource-variable/source-sans-3/wght.css';
import '../theme/theme.css';
import { PAGES } from '@pharos/contract/pages.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { askFirstCursor } from '../api/changes.ts';
import { queries } from '../api/query-client.ts';
import { language, readTexts, TextsProvider } from '../texts/texts.tsx';
import { applyTheme } from '../theme/theme.ts';
import { followPrinting } from '../ui/print/printing.ts';
import { preparePages } from './prepare-pages.ts';
import { router } from './router.tsx';

applyTheme();
preparePages();
followPrinting();
router.subscribe('onBeforeLoad', ({ toLocation: { pathname } }) => {
  if (pathname !== PAGES.sign_in && pathname !== PAGES.welcome) askFirstCursor();
});
// Not awaited at the top level: the texts' file imports this one, and each would wait for the other.
readTexts(language.get()).then((first) =>
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <TextsProvider first={first}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </TextsProvider>
    </StrictMode>,
  ),
);
