import { describe, expect, it } from 'vitest';
import { breakLines, type Paragraph } from '../../src/text/index.ts';
import { arabic, chinese, paragraph, typesetter } from './faces.ts';

const linesOf = (given: Paragraph, measure = Number.POSITIVE_INFINITY) =>
  breakLines(typesetter.shape(given), measure, { wrap: 'wrap' });
const widthOf = (text: string) => linesOf(paragraph(text, chinese))[0]!.width;
/** What stands between the parts of a text beyond their own widths, at 12 pt. */
const roomIn = (...parts: string[]) =>
  widthOf(parts.join('')) - parts.reduce((sum, part) => sum + widthOf(part), 0);

describe('between Han or Kana and Latin letters or digits', () => {
  it.each([
    [['第', '100', '天'], 6],
    [['请拨打', '\u2066911\u2069', '求助'], 6],
    [['は', '6', '時間'], 6],
    [['用', 'Wi'], 3],
    [['约', '1'], 3],
    // Signs have room of their own, and Han beside Han needs none.
    [['约', '（', '1', '）', '天'], 0],
    [['一', '天'], 0],
    [['6', 'a'], 0],
  ])('stands a quarter of an em: %j', (parts, room) => {
    expect(roomIn(...parts)).toBeCloseTo(room, 6);
  });

  it('no line ends with it, whatever it is measured for', () => {
    const given = paragraph('约1天', chinese);
    const em = 12;
    const lines = linesOf(given, em);
    expect(lines.map(({ start, visibleEnd }) => given.text.slice(start, visibleEnd))).toEqual([
      '约',
      '1',
      '天',
    ]);
    expect(lines.map(({ width }) => width)).toEqual([widthOf('约'), widthOf('1'), widthOf('天')]);
    expect(typesetter.shape(given).maxContent).toBeCloseTo(widthOf('约1天'), 6);
    expect(typesetter.shape(paragraph('约\u2066', chinese)).maxContent).toBeCloseTo(em, 6);
  });

  it('is none after a number to dial, nor in text from right to left', () => {
    const text = '打911求';
    const [whole] = paragraph(text, chinese).spans;
    const spans = [
      { ...whole!, end: 1 },
      { ...whole!, start: 1, end: 4, noWrap: true },
      { ...whole!, start: 4 },
    ];
    const dialled = linesOf({ ...paragraph(text, chinese), spans })[0]!;
    expect(dialled.width - widthOf('打') - widthOf('911') - widthOf('求')).toBeCloseTo(3, 6);
    const turned = linesOf(paragraph(text, { ...arabic, faces: chinese.faces }))[0]!;
    expect(turned.width - widthOf('打') - widthOf('911') - widthOf('求')).toBeCloseTo(0, 6);
  });
});
