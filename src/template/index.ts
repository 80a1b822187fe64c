export { areDividedAlike, type Divided } from './divided.ts';
export { helpers } from './helpers.ts';
export { imprintOf } from './imprint.ts';
export type { PageFacts, SceneView, View } from './page-facts.ts';
export { compileTemplate, type Template } from './template.ts';
export { numberView, textView } from './text-html.ts';
export type { Origin } from './types.ts';
