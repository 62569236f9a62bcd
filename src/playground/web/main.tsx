import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { PageProvider } from './store/page-context.tsx';
import { applyTheme, chosenTheme } from './store/theme.ts';
import { ConfirmHost } from './windows/confirm.tsx';

applyTheme(chosenTheme());

const root = document.getElementById('page');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <PageProvider>
        <ConfirmHost>
          <App />
        </ConfirmHost>
      </PageProvider>
    </StrictMode>,
  );
}
