export { type Preview, type PreviewOptions, startPreview } from './server.ts';
export type { Drawing } from './site.ts';
