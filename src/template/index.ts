export { areDividedAlike, type Divided } from './divided.ts';
export { helpers } from './helpers.ts';
export { compileTemplate, type Template } from './template.ts';
export { numberView, textView } from './text-html.ts';
export type { Origin } from './types.ts';
export { imprintOf, type PageFacts, type SceneView, type View } from './view.ts';
