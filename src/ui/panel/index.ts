export { ModalPanel, type ModalPanelProps } from './dialog.tsx'
export { Panel, type PanelProps } from './panel.tsx'
