export { type Color, sameColor } from './color.ts';
export {
  identity,
  inverted,
  type Matrix,
  mapPoint,
  mapRect,
  multiply,
  placed,
  rotation,
  uniformScale,
} from './matrix.ts';
export { hslColor, namedColors } from './named-colors.ts';
export {
  distanceToPolygon,
  distanceToSegment,
  isConvex,
  meetsEdges,
  type Polygon,
  segmentsMeet,
  sharedPart,
  winding,
} from './polygon.ts';
export {
  boundsOf,
  contains,
  cornersOf,
  grown,
  intersects,
  type Point,
  type Rect,
  sharedRect,
  union,
} from './rect.ts';
