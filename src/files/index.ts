export { decodeText, isMacRoman } from './encoding.ts';
export { type JsonSource, noJson, parseJson, readJson } from './json-source.ts';
export { layersOf, type Root } from './layers.ts';
export { isProcess } from './processes.ts';
export {
  asSpelled,
  asTyped,
  checkFile,
  type FolderEntry,
  isThere,
  isWithin,
  layerWith,
  listFolder,
  pathIn,
  readBytes,
  readListed,
  readListedText,
  readNamed,
  readText,
} from './reader.ts';
export { Readings } from './readings.ts';
export { Stock } from './stock.ts';
export { Watched } from './watched.ts';
export { writingFault } from './writing.ts';
export { editYaml, type YamlEdit } from './yaml-edit.ts';
export { parseYaml, readYaml, type YamlSource } from './yaml-source.ts';
