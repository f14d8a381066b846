import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { ModalKeys } from '../keys/index.ts'

export type ModalPanelProps = {
  title: string
  onClose?: () => void
  /** Covers the page so that nothing of it can be read: after a time-out. */
  isOpaque?: boolean
  role?: 'dialog' | 'alertdialog'
  children: ReactNode
}

/**
 * Stops the page: signing in again, a time-out, the key list. Work never goes into one of these; it has a page.
 * Without `onClose` only what is inside can end it.
 */
export function ModalPanel({ title, onClose, isOpaque, role = 'dialog', children }: ModalPanelProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose?.()
      }}
      data-modal=""
      className={`fixed inset-0 z-50 flex items-start justify-center overflow-y-auto p-4 pt-[10vh] ${isOpaque ? 'bg-shade' : 'bg-ink/60'}`}
    >
      <Modal className="w-full max-w-2xl rounded-lg border border-edge bg-paper shadow-panel">
        <AriaDialog role={role} className="p-6">
          <Heading slot="title" className="mb-3 text-xl font-bold">
            {title}
          </Heading>
          <ModalKeys>{children}</ModalKeys>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
