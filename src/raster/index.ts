export { encodePng, type Picture } from './png.ts';
export { openReader, type PageReader, pixelsAt } from './reader.ts';
