import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from '../i18n/i18n.ts';
import '../ui/base.css';
import { keepInstallPrompt } from '../features/field/common/install-prompt.ts';
import { App } from './App.tsx';
import { BrokenPage } from './BrokenPage.tsx';
import { findMissingFeature } from './browser-features.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LoadingPage } from './LoadingPage.tsx';

async function start(): Promise<void> {
  const element = document.getElementById('root');
  if (element === null) throw new Error('index.html has no #root');
  keepInstallPrompt(window);
  // A page that the browser kept as it stood, and shows again on "back", would show whoever was there then.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    element.hidden = true;
    location.reload();
  });
  await startTexts();
  const missing = findMissingFeature(globalThis);
  createRoot(element).render(
    <StrictMode>
      <Suspense fallback={<LoadingPage />}>
        <ErrorBoundary>{missing === undefined ? <App /> : <BrokenPage reason={missing} />}</ErrorBoundary>
      </Suspense>
    </StrictMode>,
  );
}

void start();
