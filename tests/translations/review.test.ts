import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGuide, parseInline, plainText } from '../../src/content/index.ts';
import { sourceHash } from '../../src/locale/index.ts';
import { Press } from '../../src/press/index.ts';
import { inspect } from '../../src/proof/index.ts';
import { exchangeOf, reviewSheet } from '../../src/translations/index.ts';
import { command } from '../press/workshop.ts';
import { have, veraPdf } from '../tools.ts';
import { detox, openDesk, root } from './desk.ts';

const guide = loadGuide(detox);
const plain = (text: string) => plainText(parseInline(text), guide).replace(/\s+/g, ' ');

describe('a proof sheet for a reviewer', () => {
  let out: string;
  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), 'review-'));
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  const print = async (...flags: string[]) => {
    const { code, out: path, err } = await command('translations', 'review', detox, ...flags, '--out', out);
    expect(err).toBe('');
    expect(code).toBe(0);
    return path.trim();
  };

  it('in Arabic of a guide whose hours stand on lines of their own', async () => {
    const folder = join(out, 'hours');
    cpSync(detox, folder, { recursive: true });
    const [hours, days] = ['Monday to Friday, 8:00–16:00', 'من الاثنين إلى الجمعة'];
    const yaml = readFileSync(join(folder, 'guide.yaml'), 'utf8');
    writeFileSync(
      join(folder, 'guide.yaml'),
      yaml.replace(/^( +)answers: .*/m, `$&\n$1hours: ${hours}`).replace('id: heroin-detox', 'id: hours'),
    );
    mkdirSync(join(folder, 'locales'), { recursive: true });
    const [texts, state] = ['ar/heroin-detox.json', 'ar/heroin-detox.state.json'].map((name) =>
      JSON.parse(readFileSync(join(root, 'locales', name), 'utf8')),
    );
    state.keys['helplines.main.hours'] = sourceHash(hours);
    writeFileSync(join(folder, 'locales/ar.state.json'), JSON.stringify(state));
    for (const said of [`${days}، ٨:٠٠–١٦:٠٠`, `${days}، 8:00–16:00`, `8:00–16:00 ${days}`]) {
      texts.helplines.main.hours = said;
      writeFileSync(join(folder, 'locales/ar.json'), JSON.stringify(texts));
      const { code, err } = await command('translations', 'review', folder, '--locale', 'ar', '--out', out);
      expect(err).toBe('');
      expect(code).toBe(0);
    }
  });

  it.each([
    ['es', 'letter', 'Español'],
    ['ar', 'a4', 'العربية'],
    ['hi', 'letter', 'हिन्दी'],
  ])('in %s on %s holds every pair, numbered, each in its own language', async (tag, paper, name) => {
    const path = await print('--locale', tag, '--paper', paper);
    expect(path).toBe(join(out, `heroin-detox.review.${tag}.${paper}.pdf`));
    const { tags, text, metadata, pages } = inspect(readFileSync(path));
    const { units } = exchangeOf(guide, tag, join(root, 'locales'));
    const lines = text.split('\n');
    let at = -1;
    for (const [i, { source, target }] of units.entries()) {
      for (const part of [String(i + 1), plain(source), plain(target)]) {
        const next = lines.indexOf(part, at + 1);
        expect(next, `${i + 1}: ${part}`).toBeGreaterThan(at);
        at = next;
      }
      expect(lines.slice(at + 1, at + 3)).toEqual(['Approved', 'See remarks']);
    }
    expect(pages).toBeGreaterThan(4);
    // Each translation stands in a division of its own language; a list item holds number, source and translation.
    const cells = tags.match(new RegExp(`Div lang=${tag}\\n\\s+P\\n`, 'g')) ?? [];
    expect(cells).toHaveLength(units.length);
    expect(tags.match(/\bLI\n\s+Lbl\n\s+"\d+"\n\s+LBody\n/g)).toHaveLength(units.length);
    expect(metadata.language).toBe('en');
    expect(metadata.title).toMatch(/^Review of the translation into \w+: What you must know/);
    expect(text).toContain(`Review of the translation into ${name}`);
    expect(text).toContain(
      tag === 'hi'
        ? 'two qualified translators: drafts into this language are less sure.'
        : 'it needs review by a qualified translator.',
    );
    for (const field of ['Name', 'Date', 'Signature', 'approved as it stands', 'Remarks'])
      expect(lines).toContain(field);
    expect(text).toContain('Qualification');
    expect(text).toContain('The number 800-315-1376 must be printed exactly so.');
    expect(metadata.xmp).toContain('machine-draft');
  });

  it('is proved: every number whole, left to right, marked, and every text there', () => {
    const { proof } = reviewSheet(guide, 'ar', 'letter', new Press());
    expect(proof.passed).toBe(true);
    const detail = (code: string) => proof.checks.find((check) => check.code === code)?.detail;
    expect(detail('TEXT_LOST')).toMatch(/^\d{3} texts of the guide read back/);
    expect(detail('HELPLINE_REVERSED')).toContain('in order, left to right');
    expect(detail('DISCLOSURE_UNPOINTED')).toContain('must be printed exactly so');
    expect(proof.checks.map(({ code }) => code)).not.toContain('DISCLOSURE_MISSING');
  });

  it('gives the same bytes again', () => {
    const [one, other] = [1, 2].map(() => reviewSheet(guide, 'es', 'a4', new Press()).bytes);
    expect(one).toEqual(other);
  });

  it('says who reviewed a translation, and does not ask for it any more', async () => {
    const desk = openDesk();
    const file = await desk.send('es', 'json');
    await desk.take('es', file, '--status', 'reviewed', '--by', 'Ana Ruiz', '--on', '2026-12-01');
    const { bytes } = reviewSheet(guide, 'es', 'letter', new Press({ locales: desk.locales }));
    const { text } = inspect(bytes);
    expect(text).toContain('Reviewed by Ana Ruiz on 2026-12-01.');
    expect(text).not.toContain('needs review');
    desk.clear();
  });

  /** The sheet of a translation that somebody signed, and what stands in its notice. */
  const signed = async (tag: string, by: string) => {
    const desk = openDesk();
    const file = await desk.send(tag, 'json');
    const taken = await desk.take(tag, file, '--status', 'reviewed', '--by', by, '--on', '2026-12-01');
    expect(taken.code, taken.err).toBe(0);
    const { code, err, out: path } = await desk.translations('review', detox, '--locale', tag, '--out', out);
    desk.clear();
    expect(code, err).toBe(0);
    const { text, tags } = inspect(readFileSync(path.trim()));
    return { err, tags, notice: text.split('\n').find((line) => line.startsWith('Reviewed')) };
  };

  it.each([
    ['es', 'ليلى حداد', 'ar'],
    ['ur', 'عائشہ خان', 'ur'],
    ['es', '李明', 'zh-Hans'],
    ['zh-Hant', '陳大文', 'zh-Hant'],
    ['es', 'アナ', 'ja'],
    ['ar', 'Александра Константинопольская', 'ru'],
    ['es', 'ኣበበ በቀለ', 'am'],
  ])('in %s names a reviewer who signed as %s, in faces of %s', async (tag, by, language) => {
    const { err, tags, notice } = await signed(tag, by);
    expect(err).toBe('');
    expect(notice).toBe(`Reviewed by ${by} on 2026-12-01.`);
    expect(tags).toMatch(new RegExp(`"Reviewed by"\\s+Span lang=${language}\\n\\s+"${by}"`));
  });

  it('names a reviewer in two scripts, each in its own faces, and its words from right to left in order', async () => {
    const { tags, notice } = await signed('es', 'ليلى حداد (Leila Maria Haddad) 李明');
    expect(notice).toBe('Reviewed by ليلى حداد (Leila Maria Haddad) 李明 on 2026-12-01.');
    expect(tags).toMatch(/Span lang=ar\n\s+"ليلى حداد"\n\s+"\(Leila Maria Haddad\)"\n\s+Span lang=zh-Hans\n/);
  });

  it.each([
    ['many words', 'Maria '.repeat(33).trim()],
    ['one word', 'W'.repeat(200)],
    ['one Arabic word', 'حداد'.repeat(50)],
  ])('lets a name of %s go on in the next line', async (_, by) => {
    const { err, notice } = await signed('es', by);
    expect(err).toBe('');
    expect(notice?.replaceAll('\u200b', '')).toBe(`Reviewed by ${by} on 2026-12-01.`);
  });

  it('is made without the name of a reviewer that no face has, and says so', async () => {
    const { err, notice } = await signed('es', 'Ana 🙂');
    expect(notice).toBe('Reviewed on 2026-12-01.');
    expect(err).toMatch(/^warning GLYPH_MISSING: The sheet does not name who reviewed .*"Ana 🙂"\.$/m);
    expect(err).toMatch(/at .*heroin-detox\.state\.json$/m);
    expect(err).toContain('--by');
  });

  it('is refused where the translation is not whole, and for what is no translation or no paper of it', async () => {
    const desk = openDesk();
    desk.edit(join(desk.locales, 'es/heroin-detox.json'), '"Cinco cosas que ayudan"', '""');
    const missing = await desk.translations('review', detox, '--locale', 'es', '--out', out);
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('error TRANSLATION_MISSING');
    desk.clear();
    for (const flags of [['--locale', 'en'], ['--locale', 'es', '--paper', 'a3'], []])
      expect((await command('translations', 'review', detox, ...flags, '--out', out)).code).toBe(2);
  });

  it('is no product: print does not know it, nor makes it for all', async () => {
    expect((await command('list', 'products')).out).not.toContain('review');
    const { code } = await command('print', detox, '--product', 'translation-review', '--out', out);
    expect(code).toBe(2);
  });

  it.runIf(have('veraPDF'))('is PDF/UA-1 and PDF/A-2a', async () => {
    const files = [await print('--locale', 'ar'), await print('--locale', 'hi', '--paper', 'a4')];
    for (const flavour of ['ua1', '2a'] as const)
      expect([...veraPdf(files, flavour).values()]).toEqual(files.map(() => 'PASS'));
  });

  it('shows a helpline in a text as its number, in both cells', async () => {
    const desk = openDesk();
    const own = join(desk.folder, 'guide');
    cpSync(detox, own, { recursive: true });
    desk.edit(
      join(own, 'guide.yaml'),
      'text: Many people who',
      'text: "Call <helpline:main>: many people who',
    );
    desk.edit(join(own, 'guide.yaml'), 'dependent no longer are.', 'dependent no longer are."');
    const ar = join(desk.locales, 'ar/heroin-detox.json');
    desk.edit(ar, /"many": "/, '"many": "اتصل بالرقم <helpline:main>. ');
    desk.edit(
      join(desk.locales, 'ar/heroin-detox.state.json'),
      /"closing.many": "[0-9a-f]+/,
      `"closing.many": "${sourceHash('Call <helpline:main>: many people who were dependent no longer are.')}`,
    );
    const { code, err, out: path } = await desk.translations('review', own, '--locale', 'ar', '--out', out);
    expect(err).toBe('');
    expect(code).toBe(0);
    const { text } = inspect(readFileSync(path.trim()));
    expect(text).toContain('Call 800-315-1376: many people');
    expect(text).toContain('اتصل بالرقم 800-315-1376.');
    desk.clear();
  });

  it('shows the plural forms that a language has of a word, and asks for none that it lacks', async () => {
    const desk = openDesk();
    const own = join(desk.folder, 'guide');
    cpSync(detox, own, { recursive: true });
    mkdirSync(join(own, 'locales'));
    const write = (name: string, words: object) =>
      writeFileSync(join(own, 'locales', name), JSON.stringify(words));
    write('press.en.json', { day_one: '{{count}} single day', day_other: '{{count}} days in all' });
    write('press.ar.json', {
      day_one: '{{count}} يوم',
      day_two: 'يومان اثنان',
      day_other: '{{count}} يوما',
    });
    const { code, err, out: path } = await desk.translations('review', own, '--locale', 'ar', '--out', out);
    expect(err).toBe('');
    expect(code).toBe(0);
    const { text } = inspect(readFileSync(path.trim()));
    expect(text).toContain('يومان اثنان');
    // One for each form that is said: that of one day, and those of two and more.
    expect([text.split('single day').length - 1, text.split('days in all').length - 1]).toEqual([1, 2]);
    desk.clear();
  });
});
