export { Button, type ButtonLook, type ButtonProps, type ButtonSize, buttonClass, Key } from './button.tsx'
