import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseDocument } from '../../src/document/index.ts';
import { type Matrix, multiply } from '../../src/geometry/index.ts';
import { type FamilySetting, layoutDocument } from '../../src/layout/index.ts';
import { type DisplayItem, type PictureItem, paintPages, type TextItem } from '../../src/paint/index.ts';
import { parseStyleSheet, styleDocument } from '../../src/style/index.ts';
import { Faces, glyphOutline, Typesetter } from '../../src/text/index.ts';
import type { Demo } from './demos.ts';

const fonts = join(resolve(import.meta.dirname, '../..'), 'fonts/atkinson-hyperlegible-next');
const faces = new Faces();
const stack = (name: string) => [faces.open(join(fonts, `AtkinsonHyperlegibleNext-${name}.ttf`))];
const family: FamilySetting = { regular: stack('Regular'), bold: stack('Bold'), size: 1, leading: 1.4 };
const typesetter = new Typesetter(faces);
const margin = 6;

/** A demo as the press sets and paints it, as SVG: letters are their outlines. */
export function demoPicture({ css, body, width = 220 }: Demo): string {
  const html = `<!doctype html><html lang="en" dir="ltr"><head><title>Demo</title></head><body>${body}</body></html>`;
  const document = parseDocument(
    html.replace('<body>', '<body><section>').replace('</body>', '</section></body>'),
    { file: 'demo.html' },
  );
  const sheet = parseStyleSheet(css, 'demo.css');
  const result = layoutDocument(styleDocument(document, [sheet], 11), {
    typesetter,
    language: (language) => ({
      ...{ language, direction: 'ltr', families: { text: family, display: family, number: family } },
      breaking: { strictness: 'normal', words: 'normal' },
    }),
    pages: [{ name: 'demo', width, height: 2000 }],
    picture: () => {
      throw new Error('A demo has no pictures.');
    },
  });
  if (result.overflows.length > 0) throw new Error(`A demo does not fit: ${css}`);
  const height = Math.max(...result.pages[0]!.children.map(({ rect }) => rect.y + rect.height));
  const [page] = paintPages(result);
  const items = page!.items.flatMap((item) => svgOf(item, [1, 0, 0, 1, margin, margin]));
  const [w, h] = [number(width + 2 * margin), number(height + 2 * margin)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}pt" height="${h}pt" viewBox="0 0 ${w} ${h}">`,
    `<rect width="${w}" height="${h}" fill="#fff"/>`,
    ...items,
    '</svg>\n',
  ].join('\n');
}

const number = (value: number) => String(Math.round(value * 10) / 10);
const rgb = (color: readonly number[]) => `rgb(${color.join(' ')})`;

function svgOf(item: DisplayItem, matrix: Matrix): string[] {
  if (item.kind === 'group') return item.items.flatMap((each) => svgOf(each, multiply(matrix, item.matrix)));
  if (item.kind === 'text') return letters(item, matrix);
  if (item.kind === 'picture') return drawn(item, matrix);
  const { path, fill, rule, stroke } = item;
  const paint =
    fill === undefined
      ? 'fill="none"'
      : `fill="${rgb(fill)}"${rule === 'evenodd' ? ' fill-rule="evenodd"' : ''}`;
  const line =
    stroke === undefined
      ? ''
      : ` stroke="${rgb(stroke.color)}" stroke-width="${number(stroke.width)}" stroke-dasharray="${stroke.dash.map(number).join(' ')}"`;
  return [`<path ${paint}${line} d="${data(path.verbs, path.points, matrix)}"/>`];
}

/** A gradient: demos have no other pictures. */
function drawn({ picture, drawn: { x, y } }: PictureItem, matrix: Matrix): string[] {
  const [layer] = picture.kind === 'vector' ? (picture.layers ?? []) : [];
  if (layer?.kind !== 'shape' || layer.fill === undefined || !('kind' in layer.fill.of)) return [];
  const at = multiply(matrix, [1, 0, 0, 1, x, y]);
  const { kind, coordinates, stops, matrix: own } = layer.fill.of;
  const names = kind === 'linear' ? ['x1', 'y1', 'x2', 'y2'] : ['fx', 'fy', 'fr', 'cx', 'cy', 'r'];
  const d = data(layer.path.verbs, layer.path.points, at);
  const id = `g${createHash('sha256')
    .update(JSON.stringify([coordinates, stops, own, d]))
    .digest('hex')
    .slice(0, 8)}`;
  const colors = stops.map(
    ({ offset, color }) => `<stop offset="${offset.toFixed(3)}" stop-color="${rgb(color)}"/>`,
  );
  const attributes = names.map((name, i) => `${name}="${number(coordinates[i]!)}"`).join(' ');
  const transform = multiply(at, own)
    .map((value) => value.toFixed(3))
    .join(' ');
  return [
    `<${kind}Gradient id="${id}" gradientUnits="userSpaceOnUse" gradientTransform="matrix(${transform})" ${attributes}>${colors.join('')}</${kind}Gradient>`,
    `<path fill="url(#${id})" d="${d}"/>`,
  ];
}

function letters({ runs, x, baseline, color }: TextItem, matrix: Matrix): string[] {
  let d = '';
  for (const run of runs) {
    if (run.face === undefined) continue;
    const scale = run.size / run.face.unitsPerEm;
    let pen = x + run.x;
    for (let i = 0; i < run.glyphs.length; i++) {
      const { dx, dy, ids, advances } = run.glyphs;
      const at: Matrix = [scale, 0, 0, -scale, pen + dx[i]! * scale, baseline - dy[i]! * scale];
      for (const polygon of glyphOutline(run.face, ids[i]!)?.polygons ?? []) {
        const verbs = `M${'L'.repeat(polygon.length / 2 - 1)}Z`;
        d += data(verbs, polygon, multiply(matrix, at));
      }
      pen += advances[i]! * scale;
    }
  }
  return d === '' ? [] : [`<path fill="${rgb(color)}" d="${d}"/>`];
}

const coordinates: Readonly<Record<string, number>> = { M: 1, L: 1, C: 3, Z: 0 };

function data(verbs: string, points: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): string {
  let at = 0;
  return [...verbs]
    .map((verb) => {
      const pairs = Array.from({ length: coordinates[verb]! }, () => {
        const [x, y] = [points[at++]!, points[at++]!];
        return `${number(a * x + c * y + e)} ${number(b * x + d * y + f)}`;
      });
      return `${verb}${pairs.join(' ')}`;
    })
    .join('');
}
