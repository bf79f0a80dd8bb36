import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Frame } from './frame.tsx';
import './style/style.css';
import { ApiError } from './api.ts';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // A refusal stays one; only a server that does not answer is asked again.
      retry: (times, error) => !(error instanceof ApiError) && times < 2,
    },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('expected #root in the page');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Frame />
    </QueryClientProvider>
  </StrictMode>,
);
