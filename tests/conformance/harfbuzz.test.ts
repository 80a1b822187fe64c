import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { declarations, textsOf as declarationTexts } from '../../scripts/udhr/declaration.ts';
import { writingOf } from '../../scripts/udhr/script-of.ts';
import { loadGuide, parseInline, plainText } from '../../src/content/index.ts';
import {
  languageOf,
  loadLocale,
  localesIn,
  nearestLanguage,
  translationFiles,
} from '../../src/locale/index.ts';
import type { Paragraph } from '../../src/text/index.ts';
import type { PreparedParagraph } from '../../src/text/prepared-paragraph.ts';
import { arabic, faces, hindi, opened, paragraph, typesetter } from '../text/faces.ts';
import { isMeeting } from '../text/meeting.ts';
import { have } from '../tools.ts';

const samples: Record<string, Paragraph> = {
  en: paragraph(
    'Naloxone can bring someone back. Call 1-800-662-4357: it’s free, private, “anytime” (24/7). AVATAR To.',
  ),
  es: paragraph(
    '¿Qué hago si alguien no respira? Llame al número ⁦1-800-662-4357⁩, ¡ahora mismo! Señales: piel fría.',
    {
      language: 'es',
    },
  ),
  vi: paragraph('Đường dây trợ giúp miễn phí, kín đáo, suốt ngày đêm. Tie\u0302\u0301ng Vie\u0323\u0302t.', {
    language: 'vi',
  }),
  ar: paragraph(
    'اتصل الآن بالخطّ المجانيّ ⁦1-800-662-4357⁩ في أي وقت (المكالمة سرّية)، لا أحد يسأل عن اسمك.',
    arabic,
  ),
  fa: paragraph('می‌خواهم کمک بگیرم؛ شمارهٔ تماس: ⁦988⁩، نمی‌دانم چه بگویم.', {
    ...arabic,
    language: 'fa',
    faces: [faces.arabic, faces.noto],
  }),
  hi: paragraph('अभी हेल्पलाइन ⁦1-800-662-4357⁩ पर कॉल करें। क्षमा, र्क ज्ञान श्रृंखला: यह मुफ़्त और निजी है।', hindi),
};

const root = join(import.meta.dirname, '../..');
const guide = loadGuide(join(root, 'guides/heroin-detox'));

/** The locales that are whole: the guide's own, and those with both their files. */
const locales = localesIn(join(root, 'locales')).filter((tag) => {
  const { texts, state, words } = translationFiles(tag, guide, join(root, 'locales'));
  return tag === guide.data.locale || [texts, state, words].every((file) => existsSync(file));
});

/** The path of a face of the table: `cjk:` is the package of that name. */
const facePath = (path: string): string =>
  path.startsWith('cjk:') ? join(root, 'packages/cjk', path.slice(4)) : join(root, 'fonts', path);

/** Every text of the shipped guide in a locale, in the regular and the bold faces that the table of languages gives it. */
function textsOf(tag: string): Paragraph[] {
  const locale = loadLocale(tag, guide, join(root, 'locales'));
  const { direction, breaking, text, display } = languageOf(tag);
  const stacks = [text.regular, display.bold].map((paths) =>
    paths.map((path) => opened.open(facePath(path))),
  );
  return [...guide.texts.keys()].flatMap((key) => {
    const words = plainText(parseInline(locale.text(key)), guide);
    return stacks.map((stack) => ({
      text: words,
      direction,
      spans: [{ start: 0, end: words.length, faces: stack, size: 12, language: tag }],
      breaking,
    }));
  });
}

const hasNative = have('uharfbuzz');

const inOrder = (glyphs: object) => Object.entries(glyphs).sort(([a], [b]) => (a < b ? -1 : 1));

/** The runs of some paragraphs of which glyph ids, clusters or positions are not those of native HarfBuzz. */
function shapedOtherwise(paragraphs: readonly Paragraph[]): {
  runs: number;
  wrong: object[];
  missing: string[];
} {
  const runs: object[] = [];
  const ours: object[] = [];
  /** The same before room was put between Han or Kana and Latin letters, a quarter of an em, which HarfBuzz knows nothing of. */
  const narrow: object[] = [];
  const missing: string[] = [];
  for (const given of paragraphs) {
    const prepared = typesetter.shape(given) as PreparedParagraph;
    missing.push(...prepared.missing.map(({ character }) => character));
    for (const { start, end, face, level, script, shaped } of prepared.text.items) {
      const { ids, clusters, advances, dx, dy } = shaped!.glyphs;
      const direction = level % 2 === 1 ? 'rtl' : 'ltr';
      const language = given.spans[0]!.language;
      runs.push({ font: face!.path, text: given.text, start, end, direction, script, language });
      const glyphs = { ids: [...ids], clusters: [...clusters], dx: [...dx], dy: [...dy] };
      const after = (i: number) => clusters.find((cluster, j) => j > i && cluster > clusters[i]!) ?? end;
      const room = Math.round(face!.unitsPerEm / 4);
      ours.push({ ...glyphs, advances: [...advances] });
      narrow.push({
        ...glyphs,
        advances: [...advances].map((advance, i) =>
          isMeeting(given.text, after(i)) && clusters[i] !== clusters[i + 1] ? advance - room : advance,
        ),
      });
    }
  }
  const script = join(import.meta.dirname, 'native-shaper.py');
  const { stdout, stderr } = spawnSync('python3', [script], {
    input: JSON.stringify(runs),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(stderr).toBe('');
  const native = (JSON.parse(stdout) as (typeof ours)[number][]).map((glyphs) =>
    JSON.stringify(inOrder(glyphs)),
  );
  const wrong = runs.filter(
    (_, i) => ![ours[i]!, narrow[i]!].some((glyphs) => JSON.stringify(inOrder(glyphs)) === native[i]),
  );
  return { runs: runs.length, wrong, missing };
}

it.skipIf(!hasNative)('shapes every text of every locale like native HarfBuzz', () => {
  const { runs, wrong, missing } = shapedOtherwise([...Object.values(samples), ...locales.flatMap(textsOf)]);
  expect(missing).toEqual([]);
  expect(locales).toEqual(expect.arrayContaining(['ar', 'en', 'es', 'hi']));
  expect(runs).toBeGreaterThan(locales.length * 100);
  expect(wrong).toEqual([]);
});

it.skipIf(!hasNative)(
  'shapes the longest paragraphs of each Declaration of Human Rights like native HarfBuzz',
  () => {
    const paragraphs = declarations().flatMap((declaration): Paragraph[] => {
      const { tag, locale } = writingOf(declaration);
      if (locale === undefined) return [];
      const { direction, breaking, text } = nearestLanguage(tag);
      const stack = text.regular.map((path) => opened.open(facePath(path)));
      const longest = declarationTexts(declaration).sort((a, b) => b.length - a.length);
      return longest.slice(0, 2).map((words) => ({
        text: words,
        direction,
        spans: [{ start: 0, end: words.length, faces: stack, size: 12, language: tag }],
        breaking,
      }));
    });
    const { runs, wrong } = shapedOtherwise(paragraphs);
    expect(paragraphs.length).toBeGreaterThan(1000);
    expect(runs).toBeGreaterThan(5000);
    expect(wrong).toEqual([]);
  },
);
