export { compileTemplate, type Origin, type Template } from './template.ts';
export { imprintOf, type PageFacts } from './view.ts';
