import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';
import { PressError, type Problem, problem, suggest } from '../diagnostics/index.ts';
import { decodeText } from '../files/index.ts';
import { transformPath } from './path.ts';
import { LimitError, ValueError } from './path-data.ts';
import { type AttributeReader, type ShapeName, shapeAttributes, shapePath } from './svg-shape.ts';
import { computeStyle, initialStyle, type SvgStyle, strokeOf, styleAttributes } from './svg-style.ts';
import { parseLength, parseNumbers } from './svg-value.ts';
import type { Shape, VectorPicture } from './types.ts';

const limits = { bytes: 1_000_000, elements: 20_000, depth: 64, segments: 200_000 };
/** So many problems say enough about a file. */
const MOST_PROBLEMS = 50;

const svgNamespace = 'http://www.w3.org/2000/svg';
/** Elements that say something to people and paint nothing. */
const descriptive = new Set(['title', 'desc']);
const known = ['svg', 'g', ...Object.keys(shapeAttributes), ...descriptive];

/** One SVG being read: its text, and what has been found so far. */
interface Reading {
  readonly name: string;
  readonly text: string;
  readonly problems: Problem[];
  readonly shapes: Shape[];
  elements: number;
  segments: number;
}

/**
 * An SVG of the subset as shapes in the coordinates of its viewBox.
 * @throws PressError IMAGE_INVALID with every problem found, IMAGE_TOO_LARGE
 */
export function decodeSvg(bytes: Uint8Array, name: string): VectorPicture {
  if (bytes.length > limits.bytes)
    throw tooLarge(
      name,
      `is ${Math.ceil(bytes.length / 1000)} kB; an SVG may have ${limits.bytes / 1000} kB`,
    );
  // As XML reads them (XML 1.0 2.11); the parser takes the square of their number for it.
  const text = decodeText(bytes, name).replace(/\r\n?/g, '\n');
  const root = parse(text, name);
  const reading: Reading = { name, text, problems: [], shapes: [], elements: 0, segments: 0 };
  const [x, y, width, height] = canvas(reading, root);
  try {
    visit(reading, root, initialStyle([1, 0, 0, 1, -x, -y]), 1);
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    throw tooLarge(name, `has more than ${limits.segments} path segments`);
  }
  if (reading.problems.length > 0) throw new PressError(reading.problems.slice(0, MOST_PROBLEMS));
  return { kind: 'vector', name, width, height, shapes: reading.shapes };
}

function parse(text: string, name: string): XmlElement {
  try {
    const document = parseXml(text, { includeOffsets: true, preserveDocumentType: true });
    const doctype = document.children.find((node) => node.type === 'doctype');
    if (doctype !== undefined) {
      const place = placeOf(name, text, doctype.start);
      throw new PressError([
        problem('IMAGE_INVALID', `${name} has a DOCTYPE.`, place, 'Delete the DOCTYPE; SVG needs none.'),
      ]);
    }
    return document.root!;
  } catch (error) {
    if (error instanceof XmlError) {
      const message = error.message.split(/ \(line \d+/)[0]!.split('\n')[0]!;
      const place = { file: name, line: error.line, column: error.column };
      throw new PressError([problem('IMAGE_INVALID', `${name} is not XML: ${message}.`, place)]);
    }
    // The parser descends by recursion: thousands of open elements exhaust the stack.
    if (error instanceof RangeError) throw tooLarge(name, `nests more than ${limits.depth} elements`);
    throw error;
  }
}

function tooLarge(name: string, what: string): PressError {
  return new PressError([
    problem('IMAGE_TOO_LARGE', `${name} ${what}.`, { file: name }, 'Simplify the drawing, or use a PNG.'),
  ]);
}

function placeOf(name: string, text: string, offset: number): { file: string; line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset));
  const lastBreak = before.lastIndexOf('\n');
  return { file: name, line: before.split('\n').length, column: before.length - lastBreak };
}

/** `problem` with a sentence that names the element it is about. */
function report(reading: Reading, element: XmlElement, what: string, hint?: string): void {
  if (reading.problems.length >= MOST_PROBLEMS) return;
  const place = placeOf(reading.name, reading.text, element.start);
  reading.problems.push(problem('IMAGE_INVALID', `${reading.name}: <${element.name}> ${what}.`, place, hint));
}

function attributesOf(reading: Reading, element: XmlElement): AttributeReader {
  return {
    has: (name) => Object.hasOwn(element.attributes, name),
    read: (name, parse, fallback) => {
      if (!Object.hasOwn(element.attributes, name)) return fallback;
      const text = element.attributes[name]!;
      try {
        return parse(text);
      } catch (error) {
        if (!(error instanceof ValueError)) throw error;
        const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
        report(reading, element, `has ${name}="${shown}", which ${error.message}`);
        return fallback;
      }
    },
  };
}

/** Origin and extent of the canvas in user units: the viewBox, or width and height without one. */
function canvas(reading: Reading, root: XmlElement): readonly [number, number, number, number] {
  const unit = [0, 0, 1, 1] as const;
  if (root.name !== 'svg') {
    report(reading, root, 'is the root', 'The root of an SVG is <svg>.');
    return unit;
  }
  if (root.attributes.xmlns !== svgNamespace)
    report(reading, root, 'is not in the SVG namespace', `Write <svg xmlns="${svgNamespace}" …>.`);
  const attributes = attributesOf(reading, root);
  const width = attributes.read('width', parseLength, 0);
  const height = attributes.read('height', parseLength, 0);
  const box = attributes.has('viewBox')
    ? attributes.read('viewBox', parseViewBox, unit)
    : ([0, 0, width, height] as const);
  if (box[2] > 0 && box[3] > 0) return box;
  report(reading, root, 'has no extent', 'Give it viewBox="0 0 width height".');
  return unit;
}

function parseViewBox(text: string): readonly [number, number, number, number] {
  const [x, y, width, height, ...more] = parseNumbers(text);
  if (height === undefined || more.length > 0) throw new ValueError('is not four numbers');
  if (width! <= 0 || height <= 0) throw new ValueError('has no extent');
  return [x!, y!, width!, height];
}

function visit(reading: Reading, element: XmlElement, parent: SvgStyle, depth: number): void {
  reading.elements++;
  if (reading.elements > limits.elements)
    throw tooLarge(reading.name, `has more than ${limits.elements} elements`);
  if (depth > limits.depth) throw tooLarge(reading.name, `nests more than ${limits.depth} elements`);
  const { name } = element;
  if (descriptive.has(name)) return;
  if (!known.includes(name) || (name === 'svg' && depth > 1)) {
    report(reading, element, 'is not in the subset of SVG', suggest(name, known));
    return;
  }
  checkAttributes(reading, element);
  const attributes = attributesOf(reading, element);
  const style = computeStyle(parent, attributes);
  if (isShape(name)) addShape(reading, element, name, style, attributes);
  for (const child of element.children) {
    if (child instanceof XmlElement) {
      if (isShape(name) && !descriptive.has(child.name)) report(reading, child, `stands inside <${name}>`);
      else visit(reading, child, style, depth + 1);
    } else if (child.type !== 'comment' && 'text' in child && child.text.trim() !== '') {
      report(reading, element, 'holds text', 'Turn text into outlines, or set it in the template.');
    }
  }
}

function isShape(name: string): name is ShapeName {
  return Object.hasOwn(shapeAttributes, name);
}

function checkAttributes(reading: Reading, element: XmlElement): void {
  const { name } = element;
  const own =
    name === 'svg'
      ? ['xmlns', 'viewBox', 'width', 'height', 'version']
      : isShape(name)
        ? shapeAttributes[name]
        : [];
  const allowed: string[] = [...own, 'id', ...styleAttributes];
  if (name === 'svg') allowed.splice(allowed.indexOf('transform'), 1);
  for (const attribute of Object.keys(element.attributes)) {
    if (allowed.includes(attribute)) continue;
    const hint =
      attribute === 'style' || attribute === 'class'
        ? 'Write presentation attributes: fill="#122C3A".'
        : suggest(attribute, allowed);
    report(reading, element, `has the attribute ${attribute}, which is not in the subset`, hint);
  }
}

function addShape(
  reading: Reading,
  element: XmlElement,
  name: ShapeName,
  style: SvgStyle,
  attributes: AttributeReader,
): void {
  const path = shapePath(name, attributes, limits.segments - reading.segments);
  if (path === undefined) return;
  reading.segments += path.verbs.length;
  if (reading.segments > limits.segments) throw new LimitError();
  try {
    const stroke = strokeOf(style);
    if (style.fill === undefined && stroke === undefined) return;
    reading.shapes.push({
      path: transformPath(path, style.matrix),
      fill: style.fill,
      rule: style.rule,
      stroke,
    });
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    report(
      reading,
      element,
      error.message,
      'Turn the stroke into an outline, or scale both directions alike.',
    );
  }
}
