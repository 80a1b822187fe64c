import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePicture, type VectorPicture } from '../../src/image/index.ts';
import { problemsOf } from './errors.ts';

const root = join(import.meta.dirname, '../..');

function svg(body: string, attributes = 'viewBox="0 0 100 50"'): VectorPicture {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>\n${body}\n</svg>`;
  return decodePicture(Buffer.from(text), 'test.svg') as VectorPicture;
}

const problems = (body: string, attributes?: string) => problemsOf(() => svg(body, attributes));

/** Sixteen levels, each of which uses the one below twice. */
const useBomb = `<defs><g id="l0"><rect width="1" height="1"/></g>${Array.from({ length: 16 }, (_, i) => `<g id="l${i + 1}"><use href="#l${i}"/><use href="#l${i}"/></g>`).join('')}</defs><use href="#l16"/>`;

describe('SVG', () => {
  const folders = ['templates/art', 'guides/heroin-detox/figures'].map((folder) => join(root, folder));
  const figures = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));

  it.each(figures.filter((file) => file.endsWith('.svg')))('loads the figure %s whole', (file) => {
    const text = readFileSync(file, 'utf8');
    const picture = decodePicture(readFileSync(file), file) as VectorPicture;
    const tags = text.match(/<(path|rect|circle|ellipse|line|polyline|polygon)\b[^>]*>/g)!;
    const painted = tags.filter((tag) => !tag.includes('fill="none"') || tag.includes('stroke='));
    expect(picture.shapes.length).toBe(painted.length);
    for (const { path } of picture.shapes) expect(path.points.every(Number.isFinite)).toBe(true);
  });

  it('puts the viewBox at the origin', () => {
    const picture = svg('<rect x="10" y="20" width="5" height="6"/>', 'viewBox="10 20 30 40"');
    expect([picture.width, picture.height]).toEqual([30, 40]);
    expect([...picture.shapes[0]!.path.points]).toEqual([0, 0, 5, 0, 5, 6, 0, 6]);
  });

  it('takes width and height for the canvas when there is no viewBox', () => {
    const { width, height, natural } = svg('', 'width="30pt" height="45pt"');
    expect([width, height]).toEqual([40, 60]);
    expect(natural).toEqual({ width: 30, height: 45 });
  });

  it('inherits paint through groups, and lets a shape override it', () => {
    const { shapes } = svg(`<g fill="#f00" stroke="rgb(0, 10, 20)" stroke-width="2" fill-rule="evenodd">
      <rect width="1" height="1"/><rect width="1" height="1" fill="none" stroke="white"/></g>
      <rect width="1" height="1"/>`);
    expect(shapes.map((shape) => shape.fill)).toEqual([[255, 0, 0], undefined, [0, 0, 0]]);
    expect(shapes.map((shape) => shape.stroke?.color)).toEqual([[0, 10, 20], [255, 255, 255], undefined]);
    expect(shapes.map((shape) => shape.rule)).toEqual(['evenodd', 'evenodd', 'nonzero']);
  });

  it.each([
    ['a line', '<line x1="10" y1="5" x2="90" y2="5"/>'],
    ['a slanted line', '<line x1="1" y1="1" x2="90.3" y2="44.7"/>'],
    ['a path there and back', '<path d="M10 5h80h-40z"/>'],
    ['lines side by side', '<path d="M10 5h80M10 15h80M20 25v20"/>'],
    ['a curve along a line', '<path d="M10 5C20 5 40 5 90 5"/>'],
    ['points on a line', '<polyline points="1,2 2,4 3,6"/>'],
    ['one point', '<path d="M10 10h0"/>'],
  ])('fills nothing of %s, which has nothing within', (_, body) => {
    const { shapes } = svg(`<g stroke="red" stroke-dasharray="4 4">${body}</g>${body}`);
    expect(shapes.map(({ fill, stroke }) => [fill, stroke?.color])).toEqual([[undefined, [255, 0, 0]]]);
  });

  it.each([
    ['a line that turns', '<polyline points="10,5 90,5 90,6"/>'],
    ['a curve', '<path d="M10 5C20 6 40 5 90 5"/>'],
    ['a line and a shape', '<path d="M10 5h80M10 15h80v1z"/>'],
    ['an arc', '<path d="M10 10a5 5 0 0 1 10 0"/>'],
  ])('fills %s', (_, body) => {
    expect(svg(body).shapes.map(({ fill }) => fill)).toEqual([[0, 0, 0]]);
  });

  it('says what to do about a colour of another space', () => {
    const [told] = problems(
      '<rect width="1" height="1" style="fill:#D9D9D9;fill:color(display-p3 0.85 0.85 0.85)"/>',
    );
    expect(told).toMatchObject({ code: 'IMAGE_INVALID', hint: expect.stringContaining('sRGB') as string });
  });

  it('applies nested transforms from the inside out, to the stroke too', () => {
    const { shapes } = svg(
      '<g transform="translate(10 20) scale(2)"><line x1="1" x2="2" stroke="black" stroke-dasharray="1 2 3" transform="rotate(90)"/></g>',
    );
    const [x1, y1, x2, y2] = shapes[0]!.path.points;
    expect([x1, y1, x2, y2].map((v) => Math.round(v! * 1e9) / 1e9)).toEqual([10, 22, 10, 24]);
    expect(shapes[0]!.stroke).toMatchObject({ width: 2, dash: [2, 4, 6, 2, 4, 6] });
  });

  it('takes a stroke that a transform distorts as wide as it is anywhere, and a mirrored one as it is', () => {
    const line = '<line x2="5" stroke="black"/>';
    expect(svg(`<g transform="scale(1 2)">${line}</g>`).shapes[0]!.stroke!.width).toBe(2);
    expect(svg(`<g transform="matrix(-1 0 0 1 9 0)">${line}</g>`).shapes[0]!.stroke!.width).toBe(1);
  });

  it('rounds the corners of a rect with one radius given', () => {
    const { path } = svg('<rect width="10" height="10" rx="20"/>').shapes[0]!;
    expect(path.verbs).toBe('MLCLCLCLCZ');
    expect([...path.points.subarray(0, 4)]).toEqual([5, 0, 5, 0]);
  });

  it('tells all that it refuses at once, with lines and hints', () => {
    const found = problems(`<style>@media print{}</style>
<image href="x"/>
<rect width="-1" height="1" class="a"/>
<pth d="M0 0"/>
<circle r="1" fill="redd" opacity="0.5"/>
<text>hello</text>`);
    const where = found.map(({ place, message }) => `${place.line} ${message.slice(message.indexOf('<'))}`);
    expect(where).toEqual([
      '2 <style> has the rule "@media print", which is not taken.',
      '3 <image> is a picture in the picture, which is not taken.',
      '4 <rect> has width="-1", which is negative.',
      '5 <pth> is not in the subset of SVG.',
      '6 <circle> has fill="redd", which is not a colour: use #rgb, #rrggbb, rgb(), hsl(), a name of CSS or none.',
      '7 <text> is text, which is not taken: its font is not in the file.',
    ]);
    expect(found[3]!.hint).toContain('"path"');
    expect(found[5]!.hint).toContain('Object to Path');
  });

  it.each([
    ['script', '<script>1</script>'],
    ['a use of what is not there', '<use href="#a"/>'],
    ['a use of another file', '<use href="a.svg#a"/>'],
    ['a use of itself', '<g id="a"><use href="#a"/></g>'],
    [
      'a use of itself by another',
      '<g id="a"><use href="#b"/></g><defs><g id="b"><use href="#a"/></g></defs>',
    ],
    ['a style sheet from outside', '<style>@import url(a.css);</style>'],
    ['selectors of relations', '<style>g rect{fill:red}</style>'],
    [
      'masks that fade',
      '<mask id="m"><rect width="1" height="1" fill="gray"/></mask><rect width="1" height="1" mask="url(#m)"/>',
    ],
    ['patterns', '<pattern id="p"/><rect width="1" height="1" fill="url(#p)"/>'],
    ['markers', '<line x2="1" marker-end="url(#m)"/>'],
    ['blend modes', '<g style="mix-blend-mode:multiply"/>'],
    ['foreign objects', '<foreignObject/>'],
    ['links', '<a href="x"/>'],
    ['animation', '<rect><animate/></rect>'],
    [
      'gradients that repeat',
      '<linearGradient id="g" spreadMethod="reflect"><stop/><stop offset="1"/></linearGradient><rect width="1" height="1" fill="url(#g)"/>',
    ],
    [
      'gradients that go round',
      '<linearGradient id="g" href="#g"/><rect width="1" height="1" fill="url(#g)"/>',
    ],
    ['a paint that is not there', '<rect width="1" height="1" fill="url(#g)"/>'],
    ['a clip that is not there', '<rect width="1" height="1" clip-path="url(#g)"/>'],
    [
      'a clip by itself',
      '<clipPath id="c" clip-path="url(#c)"><rect width="9" height="9"/></clipPath><rect width="1" height="1" clip-path="url(#c)"/>',
    ],
    [
      'text in a clip',
      '<clipPath id="c"><text>a</text><rect width="1" height="1"/></clipPath><rect width="1" height="1" clip-path="url(#c)"/>',
    ],
    ['properties that nobody knows', '<rect style="fil:red" width="1" height="1"/>'],
    ['event handlers', '<rect onload="x()" width="1" height="1"/>'],
    ['filters', '<rect width="1" height="1" filter="url(#f)"/>'],
    ['text', 'hello'],
  ])('refuses %s', (_, body) => {
    expect(problems(body).map((p) => p.code)).toEqual(['IMAGE_INVALID']);
  });

  it.each([
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">&a;</svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">',
    '<svg viewBox="0 0 1 1"/>',
    '<html/>',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 1"/>',
  ])('refuses %s', (text) => {
    expect(problemsOf(() => decodePicture(Buffer.from(text, 'latin1'), 'x.svg'))[0]?.code).toBe(
      'IMAGE_INVALID',
    );
  });

  it('says how to save it where Illustrator declared entities, also of its namespaces', () => {
    const declared = '<!DOCTYPE svg PUBLIC "a" "b" [\n\t<!ENTITY ns_svg "http://www.w3.org/2000/svg">\n]>';
    for (const root of ['<svg xmlns="&ns_svg;" viewBox="0 0 1 1"/>', '<svg viewBox="0 0 1 1">&a;</svg>'])
      expect(
        problemsOf(() => decodePicture(Buffer.from(`<?xml version="1.0"?>\n${declared}${root}`), 'x.svg')),
      ).toMatchObject([
        { code: 'IMAGE_INVALID', place: { line: 2 }, hint: expect.stringContaining('Illustrator') },
      ]);
  });

  it('refuses what is not UTF-8, and says so', () => {
    const bytes = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">\xff</svg>',
      'latin1',
    );
    expect(problemsOf(() => decodePicture(bytes, 'x.svg'))).toMatchObject([
      { code: 'FILE_ENCODING', place: { file: 'x.svg', line: 1 } },
    ]);
  });

  it.each([
    ['a number', `x="${'1'.repeat(300_000)}e"`],
    ['a number with a point', `x="1.${'1'.repeat(300_000)}e"`],
    ['a colour', `fill="rgb(1${' '.repeat(300_000)}x"`],
    ['a colour, later', `fill="rgb(1,2${' '.repeat(300_000)}x"`],
    ['a transform', `transform="translate(1${' '.repeat(300_000)}"`],
  ])('refuses %s of 300,000 characters, read once', (_, attribute) => {
    const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect ${attribute} width="1" height="1"/></svg>`;
    expect(problemsOf(() => decodePicture(Buffer.from(text), 'x.svg'))[0]?.code).toBe('IMAGE_INVALID');
  });

  it('reads an SVG of 300,000 line ends of Windows', () => {
    const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${'\r\n'.repeat(300_000)}<rect width="1" height="1"/></svg>`;
    expect(decodePicture(Buffer.from(text), 'x.svg')).toMatchObject({ shapes: [{ rule: 'nonzero' }] });
  });

  it.each([
    ['bytes', `<title>${'a'.repeat(1_000_000)}</title>`, 'kB'],
    ['elements', '<g/>'.repeat(20_000), '20000 elements'],
    ['depth', '<g>'.repeat(64) + '</g>'.repeat(64), 'nests more than 64'],
    ['depth, beyond the stack', '<g>'.repeat(100_000) + '</g>'.repeat(100_000), 'nests more than 64'],
    ['segments', `<path d="M0 0${'h1'.repeat(200_000)}"/>`, '200000 path segments'],
    ['segments of many paths', `<path d="M0 0${'h1'.repeat(50_000)}"/>`.repeat(4), '200000 path segments'],
    ['what is used again and again', useBomb, '20000 elements'],
    [
      'attributes that are used again and again',
      `<path id="a" d="M0 0${' '.repeat(400_000)}x"/>${'<use href="#a"/>'.repeat(100)}`,
      'attributes',
    ],
    ['points', `<polygon points="${'1 '.repeat(400_002)}"/>`, '200000 path segments'],
  ])('has a limit on %s', (_, body, message) => {
    const [first] = problems(body);
    expect(first?.code).toBe('IMAGE_TOO_LARGE');
    expect(first?.message).toContain(message);
  });

  it('takes what is just within the limits', () => {
    const deep = `${'<g>'.repeat(62)}<rect width="1" height="1"/>${'</g>'.repeat(62)}`;
    expect(svg(deep).shapes.length).toBe(1);
    expect(svg(`<path stroke="red" d="M0 0${'h1'.repeat(199_999)}"/>`).shapes[0]!.path.verbs.length).toBe(
      200_000,
    );
  });

  it('throws nothing but problems, whatever it is given', () => {
    const scrap = fc.constantFrom(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">',
      '</svg>',
      '<g',
      '>',
      '/>',
      '<path d="',
      'M1 1',
      'A1 1 0 0 0 2 2',
      '"',
      ' transform="',
      'scale(',
      '(',
      ')',
      'rotate(1e9)',
      '&lt;',
      '&#0;',
      '&x;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<rect width="1" height="',
      'NaN',
      '1e999',
      ' fill="#',
      'none',
      '\0',
      '<__proto__/>',
      ' constructor="',
      '<title>',
      ' points="',
    );
    const junk = fc
      .array(fc.oneof(scrap, fc.string({ unit: 'binary' })), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(junk, fc.boolean(), (body, wrapped) => {
        problemsOf(() => (wrapped ? svg(body) : decodePicture(Buffer.from(`<${body}`), 'junk.svg')));
      }),
      { numRuns: 1500 },
    );
  });

  it('does not hang on a megabyte of one thing', () => {
    for (const unit of ['<', '<g ', ' ', '&', '-', '1 ', 'translate(1)', '<!--', 'M'])
      for (const [before, after] of [
        ['', ''],
        ['<path d="', '"/>'],
        ['<g transform="', '"/>'],
        ['<polygon points="', '"/>'],
      ]) {
        problemsOf(() => svg(before + unit.repeat(Math.floor(900_000 / unit.length)) + after));
      }
  });
});
