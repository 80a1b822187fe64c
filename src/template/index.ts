export { textView } from './helpers.ts';
export { compileTemplate, type Origin, type Template } from './template.ts';
export { imprintOf, type PageFacts, type View } from './view.ts';
