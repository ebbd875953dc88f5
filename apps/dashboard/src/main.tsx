import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './data/client.ts';
import { loadWords } from './i18n/locale.ts';
import { Words } from './i18n/words.tsx';
import { router } from './routes/router.tsx';
import './theme/theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
// Dialogs write a style of their own while they keep the page behind from scrolling.
setNonce(document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '');
const start = () => {
  createRoot(root).render(
    <StrictMode>
      <Words>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Words>
    </StrictMode>,
  );
  void import('./theme/more-letters.css');
};
// Not awaited: an entry that waits is cut into pieces by the bundler.
void loadWords(['shell', 'ui']).then(start);
