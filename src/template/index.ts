export { compileTemplate, type Template } from './template.ts';
export { textView } from './text-html.ts';
export type { Origin } from './types.ts';
export { imprintOf, type PageFacts, type View } from './view.ts';
