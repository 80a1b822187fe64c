export { encodePng, type Picture } from './png.ts';
export { openReader, type PageReader } from './reader.ts';
