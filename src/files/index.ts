export { decodeText } from './encoding.ts';
export { type FolderEntry, isThere, listFolder, readBytes, readNamed, readText } from './reader.ts';
export { Stock } from './stock.ts';
