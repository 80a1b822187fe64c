export { type Drawing, type Preview, type PreviewOptions, startPreview } from './server.ts';
