import { suggest } from '../diagnostics/index.ts';
import type { SvgNode } from './svg-node.ts';
import type { SvgReading } from './svg-reading.ts';
import { shapeAttributes } from './svg-shape.ts';
import { isProperty, propertyNames } from './svg-style.ts';

export const shapeNames: ReadonlySet<string> = new Set(Object.keys(shapeAttributes));

/** Elements that are for people, for programs, or for others to use: they paint nothing where they stand. */
const silent = new Set(
  'title desc metadata defs style symbol clipPath linearGradient radialGradient mask filter pattern marker font font-face view'.split(
    ' ',
  ),
);
export const paintsNothing = (name: string): boolean => silent.has(name);

const containers: Readonly<Record<string, readonly string[]>> = {
  svg: [
    'x',
    'y',
    'width',
    'height',
    'viewBox',
    'preserveAspectRatio',
    'version',
    'baseProfile',
    'zoomAndPan',
    'contentStyleType',
    'contentScriptType',
  ],
  symbol: ['x', 'y', 'width', 'height', 'viewBox', 'preserveAspectRatio', 'refX', 'refY'],
  g: [],
  use: ['x', 'y', 'width', 'height', 'href'],
  switch: [],
};
/** What definitions say of themselves. */
const definitions: Readonly<Record<string, readonly string[]>> = {
  clipPath: ['clipPathUnits'],
  mask: ['maskUnits', 'maskContentUnits', 'x', 'y', 'width', 'height'],
  linearGradient: ['gradientUnits', 'gradientTransform', 'spreadMethod', 'href', 'x1', 'y1', 'x2', 'y2'],
  radialGradient: [
    'gradientUnits',
    'gradientTransform',
    'spreadMethod',
    'href',
    'cx',
    'cy',
    'r',
    'fx',
    'fy',
    'fr',
  ],
  stop: ['offset'],
};
const known = [...Object.keys(containers), ...shapeNames, ...silent];

const toPaths =
  'Turn text into paths: Inkscape: Path > Object to Path; Illustrator: Type > Create Outlines; Figma: Outline Text.';
const toPng = 'Take it away, or export the picture as PNG.';
const refusals: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  text: ['is text, which is not taken: its font is not in the file', toPaths],
  flowRoot: ['is text, which is not taken: its font is not in the file', toPaths],
  image: [
    'is a picture in the picture, which is not taken',
    'Give the PNG or JPEG itself in place of the drawing.',
  ],
  foreignObject: ['holds something that is not SVG', toPng],
  script: ['is a script; pictures are data', 'Take it away.'],
  a: ['is a link, which a picture cannot be', 'Put the link around the picture, in the template.'],
  animate: ['moves; what is printed does not', 'Take it away.'],
  animateTransform: ['moves; what is printed does not', 'Take it away.'],
  animateMotion: ['moves; what is printed does not', 'Take it away.'],
  set: ['moves; what is printed does not', 'Take it away.'],
};

/** Why an element is not taken, with what to do; undefined for one that is. */
export function refusalOf(
  name: string,
): { readonly what: string; readonly hint: string | undefined } | undefined {
  const refusal = Object.hasOwn(refusals, name) ? refusals[name] : undefined;
  if (refusal !== undefined) return { what: refusal[0], hint: refusal[1] };
  if (shapeNames.has(name) || Object.hasOwn(containers, name)) return undefined;
  return { what: 'is not in the subset of SVG', hint: suggest(name, known) };
}

/** Attributes that any element may have, and that change nothing of what it paints. */
const idle =
  /^(?:id|class|style|lang|role|tabindex|focusable|(?:aria|data)-[\w-]*|required(?:Features|Extensions)|systemLanguage|externalResourcesRequired|pathLength)$/;

/** Reports attributes that are not in the subset: one that means something may not simply be passed over. */
export function checkAttributes(reading: SvgReading, node: SvgNode): void {
  const { name } = node;
  const own: readonly string[] = shapeNames.has(name)
    ? shapeAttributes[name as keyof typeof shapeAttributes]
    : (containers[name] ?? definitions[name] ?? []);
  for (const attribute of node.attributes.keys()) {
    if (own.includes(attribute) || attribute === 'transform' || idle.test(attribute) || isProperty(attribute))
      continue;
    const isHandler = /^on[a-z]+$/.test(attribute);
    reading.report(
      node,
      isHandler
        ? `has the script ${attribute}; pictures are data`
        : `has the attribute ${attribute}, which is not in the subset`,
      isHandler ? 'Take it away.' : suggest(attribute, [...own, ...propertyNames]),
    );
  }
}
