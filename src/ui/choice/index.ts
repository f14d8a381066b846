export {
  CheckChoice,
  type CheckChoiceProps,
  type Option,
  RadioChoice,
  type RadioChoiceProps,
  SingleCheck,
} from './choice.tsx'
