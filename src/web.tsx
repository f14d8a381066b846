import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { retryOnTrouble } from './ui/http/index.ts'
import { KeysProvider } from './ui/keys/index.ts'
import { areas, buildRouter } from './ui/router/index.ts'
import { SessionProvider } from './ui/session/index.ts'
import { ToastProvider } from './ui/toast/index.ts'
import './ui/styles/app.css'

const queries = new QueryClient({
  defaultOptions: { queries: { ...retryOnTrouble, staleTime: 10_000 }, mutations: { retry: false } },
})
const router = buildRouter(areas)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="ja-JP">
      <QueryClientProvider client={queries}>
        <KeysProvider>
          <ToastProvider>
            <SessionProvider>
              <RouterProvider router={router} />
            </SessionProvider>
          </ToastProvider>
        </KeysProvider>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
