export { decodePicture, isSvg } from './decode.ts';
export { groupsWithin, shapesOf } from './layers.ts';
export { layersOf, mappedLayer, placeOf } from './mapped-layers.ts';
export { makePath, polyPath, rectPath, transformPath } from './path.ts';
export { pngChunk } from './png-chunk.ts';
export { qrPicture } from './qr.ts';
export { sightOf } from './sight.ts';
export { hexOf, type Palette, shownTokens } from './svg-tokens.ts';
export type * from './types.ts';
