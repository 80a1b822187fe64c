import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { breakLines, type Line, type Paragraph, Typesetter } from '../../src/text/index.ts';
import { arabic, burmese, chinese, faces, hindi, opened, paragraph, typesetter } from './faces.ts';

const wrap = { wrap: 'wrap' } as const;
const balance = { wrap: 'balance' } as const;

function linesOf(given: Paragraph, measure: number, options: { wrap: 'wrap' | 'balance' | 'nowrap' } = wrap) {
  return breakLines(typesetter.shape(given), measure, options);
}

const words = (given: Paragraph, lines: readonly Line[]) =>
  lines.map(({ start, visibleEnd }) => given.text.slice(start, visibleEnd));

/** What stands on a line from left to right: the first character of each cluster at its place. */
function seen(given: Paragraph, line: Line): string {
  return line.runs
    .flatMap(({ glyphs }) => [...glyphs.clusters].map((cluster) => given.text[cluster]))
    .join('');
}

describe('breakLines', () => {
  it('shows a hyphen where a line ends at a soft one, makes room for it, and nowhere else', () => {
    const word = paragraph('Dampf\u00adschiff\u00adfahrt');
    const whole = typesetter.shape(word).maxContent;
    const [only] = linesOf(word, whole + 0.01);
    expect(only!.width).toBeCloseTo(whole, 6);
    const first = paragraph('Dampf\u00adschiff-');
    const wanted = typesetter.shape(first).maxContent;
    const [fits] = linesOf(word, wanted + 1);
    // Nothing is kerned against the hyphen.
    expect([fits!.end, Math.abs(fits!.width - wanted) < 1]).toEqual([13, true]);
    const [tight, rest] = linesOf(word, fits!.width - 0.01);
    expect([tight!.end, rest!.start]).toEqual([6, 6]);
    const { runs, width } = tight!;
    const { ids, length, advances } = runs.at(-1)!.glyphs;
    expect(ids[length - 1]).toBe(runs.at(-1)!.face!.glyph(0x2d));
    expect(advances[length - 1]).toBeGreaterThan(0);
    expect(width).toBeCloseTo(typesetter.shape(paragraph('Dampf-')).maxContent, 0);
    expect(runs.at(-1)!.width).toBeCloseTo(width, 6);
  });

  it('shows none at the end of a text, and none before white space', () => {
    for (const text of ['Dampf\u00ad', 'Dampf\u00ad schiff'])
      for (const line of linesOf(paragraph(text), 40))
        expect([
          ...line.runs.flatMap(({ glyphs, face }) =>
            [...glyphs.ids].filter((id) => id === face!.glyph(0x2d)),
          ),
        ]).toEqual([]);
  });

  it('lets the white space at a line’s end hang', () => {
    const text = paragraph('Call now');
    const [first, second] = linesOf(text, 30);
    expect([first!.end, first!.visibleEnd]).toEqual([5, 4]);
    expect(first!.width).toBeCloseTo(typesetter.shape(paragraph('Call')).maxContent, 3);
    expect(second!.start).toBe(5);
  });

  it('puts the hanging space of a right-to-left line at negative x', () => {
    const [first] = linesOf(paragraph('اتصل الآن', arabic), 30);
    const { x, width } = first!.runs[0]!;
    expect(x).toBeLessThan(0);
    expect(x + width).toBeCloseTo(first!.width, 6);
  });

  it('leaves a word that is wider than the measure whole', () => {
    const text = paragraph('a incomprehensibilities b');
    const lines = linesOf(text, 40);
    expect(words(text, lines)).toEqual(['a', 'incomprehensibilities', 'b']);
    expect(lines[1]!.width).toBeGreaterThan(40);
  });

  it('breaks at U+000A and keeps an empty line', () => {
    const text = paragraph('one\n\ntwo');
    expect(words(text, linesOf(text, 500, { wrap: 'nowrap' }))).toEqual(['one', '', 'two']);
  });

  it('hangs the white space before a direction mark too', () => {
    const [line] = linesOf(paragraph('call \u200e', arabic), 500);
    expect(line!.visibleEnd).toBe(4);
    expect(line!.runs[0]!.x).toBeLessThan(0);
    expect(line!.runs[0]!.start).toBe(4);
  });

  // Of each kind: LRM, RLM, ALM, embeddings, overrides, isolates, the ends of both.
  const controls = [
    '\u200e',
    '\u200f',
    '\u061c',
    ...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
  ];

  it.each(controls.map((control) => [control.charCodeAt(0).toString(16), control]))(
    'draws no U+%s, and lets the white space before it hang',
    (_, control) => {
      for (const given of [paragraph(`call ${control}`), paragraph(`اتصل ${control}`, arabic)]) {
        const [line] = linesOf(given, 500);
        expect(line!.visibleEnd).toBe(4);
        const drawn = line!.runs.flatMap(({ start, end }) => given.text.slice(start, end)).join('');
        expect(drawn).not.toContain(control);
      }
      expect(linesOf(paragraph(`${control}${control}`), 500).map(({ end, runs }) => [end, runs])).toEqual([
        [2, []],
      ]);
    },
  );

  it('gives an empty paragraph no lines', () => {
    expect(linesOf(paragraph(''), 100)).toEqual([]);
  });

  it('shows a number in an isolate with its digits from left to right inside Arabic', () => {
    const text = paragraph('اتصل \u20661-800-662-4357\u2069 الآن', arabic);
    const [line] = linesOf(text, 500);
    expect(seen(text, line!)).toContain('1-800-662-4357');
    expect(seen(text, line!).startsWith('ن')).toBe(true);
  });

  it('draws no glyph for bidi controls and joiners, and none is reported missing', () => {
    const text = paragraph('می\u200cخواهم \u2067abc\u2069\u200f', arabic);
    const shaped = typesetter.shape(text);
    expect(shaped.missing).toEqual([]);
    for (const { face, glyphs } of breakLines(shaped, 500, wrap).flatMap(({ runs }) => runs))
      for (const undrawn of [0x200c, 0x200f, 0x2067, 0x2069])
        expect(glyphs.ids).not.toContain(face!.glyph(undrawn));
  });

  it('shapes a line anew where HarfBuzz says that a cut is not safe', () => {
    const text = paragraph('بِسْمِ اللَّهِ الرَّحْمٰنِ الرَّحِيمِ وَالحَمْدُ', arabic);
    for (let measure = 20; measure < 200; measure += 7)
      for (const { start, end, runs } of linesOf(text, measure)) {
        const alone = typesetter.shape(paragraph(text.text.slice(start, end), arabic));
        const [line] = breakLines(alone, 1000, wrap);
        expect(runs.map(({ glyphs }) => [...glyphs.ids])).toEqual(
          line!.runs.map(({ glyphs }) => [...glyphs.ids]),
        );
      }
  });

  it('does not leave a scrap on the last line when the lines before can spare words', () => {
    const text = paragraph('Someone will listen to you at any hour of the day, free');
    const alone = typesetter.shape(
      paragraph('Someone will listen to you at any hour of the day,'),
    ).maxContent;
    const lines = linesOf(text, alone + 1);
    expect(words(text, lines)).toEqual(['Someone will listen to you at any hour', 'of the day, free']);
    expect(lines[0]!.width).toBeGreaterThan(alone * 0.6);
  });

  it('leaves a short last line where the line before would gape instead', () => {
    const text = paragraph('We are incomprehensibly busy');
    const alone = typesetter.shape(paragraph('We are incomprehensibly')).maxContent;
    expect(words(text, linesOf(text, alone + 1))).toEqual(['We are incomprehensibly', 'busy']);
  });

  it('lengthens the last line of Chinese, where each character is a word', () => {
    const text = paragraph('剂量由医生决定按医嘱服用就可以和医生一起逐渐减量', chinese);
    const lines = linesOf(text, 12 * 22.5);
    expect(lines).toHaveLength(2);
    expect(lines[1]!.width).toBeGreaterThan((12 * 22.5) / 4);
    expect(lines[0]!.width).toBeGreaterThan(12 * 22.5 * 0.6);
  });

  it('balances a heading over as few lines as it needs', () => {
    const text = paragraph('What to do when someone does not wake up');
    const measure = typesetter.shape(text).maxContent * 0.9;
    const lines = linesOf(text, measure, balance);
    expect(lines.length).toBe(2);
    const widest = Math.max(...lines.map(({ width }) => width));
    expect(widest).toBeLessThan(measure * 0.8);
    expect(linesOf(text, widest - 0.5).length).toBe(3);
  });

  it('balances so that no line within is a scrap and the last is not one word', () => {
    const text = paragraph('Rückhalt ist ein wichtiger Teil der Genesung.');
    const measure = typesetter.shape(paragraph('der Genesung.')).maxContent + 4;
    expect(words(text, linesOf(text, measure, balance))).toEqual([
      'Rückhalt',
      'ist ein',
      'wichtiger Teil',
      'der Genesung.',
    ]);
  });

  it('leaves no short first word alone on its line, though the last is one word then; a longer one may stand so', () => {
    const breakAt = (said: string, first: string) => {
      const text = paragraph(said);
      const measure = typesetter.shape(paragraph(first)).maxContent + 1;
      return words(text, linesOf(text, measure, balance));
    };
    expect(breakAt('Wie lange dauert’s?', 'lange dauert’s?')).toEqual(['Wie lange', 'dauert’s?']);
    expect(breakAt('Jetzt lange dauert’s?', 'lange dauert’s?')).toEqual(['Jetzt', 'lange dauert’s?']);
  });

  it('takes words that are bound to each other for no word alone: none before them is left alone instead', () => {
    const bound = { strictness: 'normal', words: 'normal', withPrevious: ['है', 'से', 'के', 'लिए'] } as const;
    const text = paragraph('हेरोइन डिटॉक्स से गुज़रने के लिए क्या जानना ज़रूरी है', { ...hindi, breaking: bound });
    const measure = typesetter.shape(paragraph('गुज़रने के लिए', hindi)).maxContent * 1.12;
    expect(words(text, linesOf(text, measure, balance)).slice(-2)).toEqual(['क्या जानना', 'ज़रूरी है']);
  });

  it('ends balanced lines of Burmese between phrases rather than within one', () => {
    const text = paragraph('ဘိန်းဖြူ ဆေးဖြတ်ခြင်းကို ကျော်ဖြတ်ဖို့ သင်သိထားရမယ့်အရာများ', burmese);
    const measure = typesetter.shape(text).maxContent * 0.6;
    expect(words(text, linesOf(text, measure, balance))).toEqual([
      'ဘိန်းဖြူ ဆေးဖြတ်ခြင်းကို ကျော်ဖြတ်ဖို့',
      'သင်သိထားရမယ့်အရာများ',
    ]);
  });

  it('does not weigh each place of a long text against each other', () => {
    const words = paragraph('word '.repeat(20_000).trim());
    expect(linesOf(words, 60, balance)).toHaveLength(linesOf(words, 60).length);
    const wide = paragraph('字'.repeat(6000), chinese);
    expect(linesOf(wide, 12 * 3100, balance)[0]!.width).toBe(12 * 3100);
  });

  it('balances each stretch between forced breaks for itself', () => {
    const text = paragraph('one\nWhat to do when someone does not wake up');
    const measure = typesetter.shape(text).maxContent * 0.9;
    const lines = linesOf(text, measure, balance);
    expect(words(text, lines)[0]).toBe('one');
    expect(lines).toHaveLength(3);
    expect(Math.max(...lines.map(({ width }) => width))).toBeLessThan(measure * 0.8);
  });

  it('sets inline objects at their width, on the baseline’s run of text', () => {
    const text = paragraph('see \ufffc here', { objects: [24] });
    const [line] = linesOf(text, 500);
    const run = line!.runs.find(({ object }) => object === 0)!;
    expect([run.width, run.face, run.start]).toEqual([24, undefined, 4]);
    expect(line!.width).toBeCloseTo(typesetter.shape(paragraph('see  here')).maxContent + 24, 3);
  });
});

describe('a shaped paragraph', () => {
  it('takes the first face that has a character, and keeps marks with their base', () => {
    const text = paragraph('Tie\u0323\u0302ng Việt');
    const shaped = typesetter.shape(text);
    expect(shaped.missing).toEqual([]);
    const runs = breakLines(shaped, 500, wrap)[0]!.runs;
    const [first, second] = runs;
    expect([first!.face, first!.end]).toEqual([faces.latin, 2]);
    expect([second!.face, second!.start]).toEqual([faces.noto, 2]);
  });

  it('keeps a space in the face of the text before it', () => {
    const text = paragraph('Помощь рядом');
    const [line] = linesOf(text, 500);
    expect(line!.runs.map(({ face }) => face)).toEqual([faces.noto]);
  });

  it('reports each character that no face has, with its offset', () => {
    expect(typesetter.shape(paragraph('a ☎ 字')).missing).toEqual([
      { offset: 2, character: '☎' },
      { offset: 4, character: '字' },
    ]);
  });

  it('gives the same object for the same content, another for another language', () => {
    const text = 'अभी कॉल करें';
    expect(typesetter.shape(paragraph(text, hindi))).toBe(typesetter.shape(paragraph(text, hindi)));
    expect(typesetter.shape(paragraph(text, { ...hindi, language: 'mr' }))).not.toBe(
      typesetter.shape(paragraph(text, hindi)),
    );
  });

  it('knows the narrowest and the widest measure that make sense', () => {
    const given = paragraph('one extraordinary day\nlast');
    const shaped = typesetter.shape(given);
    const widest = (lines: readonly Line[]) => Math.max(...lines.map(({ width }) => width));
    expect(shaped.minContent).toBeCloseTo(widest(linesOf(given, 0)), 6);
    expect(shaped.maxContent).toBeCloseTo(widest(linesOf(given, 0, { wrap: 'nowrap' })), 6);
    expect(linesOf(given, shaped.maxContent).length).toBe(2);
  });

  it('keeps its memory flat over ten thousand paragraphs', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    // It remembers some hundreds of them.
    const small = new Typesetter(opened, { characters: 20_000 });
    const run = (from: number, to: number) => {
      for (let i = from; i < to; i++)
        breakLines(small.shape(paragraph(`Call ${i} \u2066988\u2069 at any hour`)), 90, { wrap: 'wrap' });
      collect();
      const { arrayBuffers, heapUsed } = process.memoryUsage();
      return arrayBuffers + heapUsed;
    };
    const before = run(0, 3000);
    // Kept paragraphs would take some forty million bytes.
    expect(run(3000, 13_000) - before).toBeLessThan(15_000_000);
  });
});
