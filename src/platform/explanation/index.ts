export {
  confidenceNote,
  type Explained,
  explained,
  formatStepValue,
  type Step,
  type StepSource,
  type StepValue,
  stepsAsText,
  withSteps,
} from './explanation.ts'
