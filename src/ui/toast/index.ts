export { type ToastOptions, ToastProvider, useToast } from './toast.tsx'
