import type { DocumentElement, DocumentNode } from '../document/index.ts';
import type { ComputedStyle } from '../style/index.ts';
import type { LinePiece } from './types.ts';

/** A piece of a line: all are made here, for V8 is slow with objects of many shapes, and lines have thousands of them. */
export function linePiece(
  node: DocumentNode,
  element: DocumentElement,
  style: ComputedStyle,
  start: number,
  end: number,
  raised = 0,
  generated?: LinePiece['generated'],
): LinePiece {
  return { node, element, style, start, end, generated, raised };
}

/** A part of a piece, or more than it. */
export function pieceWithin(piece: LinePiece, start: number, end: number): LinePiece {
  const { node, element, style, raised, generated } = piece;
  return linePiece(node, element, style, start, end, raised, generated);
}
