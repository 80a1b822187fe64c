import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, formats, openDesk } from './desk.ts';

describe('a file that came back wrong', () => {
  let desk: Desk;
  let before: Record<string, string>;
  beforeEach(() => {
    desk = openDesk();
    before = desk.files();
  });
  afterEach(() => {
    // Nothing is lost, nothing is half written, whatever was wrong.
    expect(desk.files()).toEqual(before);
    desk.clear();
  });

  const refused = async (file: string, code: string, ...said: string[]) => {
    const result = await desk.take('es', file);
    expect(result.code).toBe(code === 'USAGE' ? 2 : 1);
    expect(result.out).toBe('');
    expect(result.err).toContain(`error ${code}: `);
    for (const words of said) expect(result.err).toContain(words);
    expect(result.err).not.toMatch(/\n\s+at .*\.ts:\d+/);
    return result;
  };
  const written = (name: string, content: string | Uint8Array) => {
    const file = join(desk.folder, name);
    writeFileSync(file, content);
    return file;
  };

  describe.each(formats)('as %s', (format, ending) => {
    let file: string;
    beforeEach(async () => {
      file = await sent();
    });
    /** Codes of XLIFF as text, which is taken too. */
    const sent = async () => {
      const path = await desk.send('es', format);
      const text = readFileSync(path, 'utf8');
      if (format === 'xliff') writeFileSync(path, text.replace(/<\/?(?:bpt|ept|ph)\b[^>]*>/g, ''));
      return path;
    };
    const change = (from: string | RegExp, to: string) => desk.edit(file, from, to);

    it('with an unknown key', async () => {
      change('guide:kicker', 'guide:kiker');
      const { err } = await refused(
        file,
        'TRANSLATION_UNKNOWN',
        '"guide:kiker"',
        'Did you mean "guide:kicker"?',
      );
      expect(err).toContain('error TRANSLATION_MISSING: "guide:kicker" is not in the file.');
      expect(err).toMatch(new RegExp(`heroin-detox\\.es\\.${ending}:\\d+\\n`));
    });

    it('without the value of a placeholder', async () => {
      change('Llame al {{number}}', 'Llame al {{numero}}');
      await refused(
        file,
        'TRANSLATION_BROKEN',
        '"press:call" has other placeholders',
        'The source is: Call {{number}}',
      );
    });

    it('without a bold phrase', async () => {
      change('**Siga con un tratamiento para la adicción.**', 'Siga con un tratamiento para la adicción.');
      await refused(file, 'TRANSLATION_BROKEN', 'guide:sections.after.tolerance');
    });

    it('with a link that leads elsewhere, and with a new number', async () => {
      change('Llame al [911](tel:911)', 'Llame al [112](tel:112)');
      change('Cinco cosas que ayudan', 'Llame al 800-555-0199');
      const { err } = await refused(
        file,
        'TRANSLATION_BROKEN',
        'guide:emergency.us',
        'has the number 8005550199',
      );
      expect(err.match(/error TRANSLATION_BROKEN/g)).toHaveLength(2);
    });

    it('without the mark of words in another language', async () => {
      change(/(\[Recovery Helpline\]\(lang:en\)[\s\S]*?)\[Recovery Helpline\]\(lang:en\)/, '');
      writeFileSync(
        file,
        readFileSync(await sent(), 'utf8').replace(
          /(\[Recovery Helpline\]\(lang:en\)[\s\S]*?)\[Recovery Helpline\]\(lang:en\)/,
          '$1Recovery Helpline',
        ),
      );
      await refused(file, 'TRANSLATION_BROKEN', 'lost the mark of words in another language: [ ](lang:en)');
    });

    it('translated from an older source', async () => {
      change('Five things that help', 'Six things that help');
      await refused(file, 'TRANSLATION_STALE', '"guide:kicker"', 'The source is now: Five things that help');
    });

    it('with an empty translation', async () => {
      change('Cinco cosas que ayudan', '');
      await refused(
        file,
        'TRANSLATION_MISSING',
        '"guide:kicker" is not translated',
        'Translate: Five things',
      );
    });

    it('translated into another language', async () => {
      const other = await desk.send('hi', format);
      const { err } = await refused(other, 'TRANSLATION_LANGUAGE', 'is translated into hi, not into es');
      expect(err).toContain('--locale hi');
    });

    it('with the same key twice', async () => {
      change('guide:overview', 'guide:kicker');
      await refused(file, 'TRANSLATION_FILE_INVALID', '"guide:kicker" is there twice');
    });

    it('with a key that reaches into objects', async () => {
      change('guide:kicker', '__proto__');
      await refused(file, 'TRANSLATION_FILE_INVALID', '"__proto__" is not taken');
      expect(({} as Record<string, unknown>)['Five things that help']).toBeUndefined();
    });

    it('larger than 2 MB', async () => {
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text + ' '.repeat(2_000_001));
      await refused(file, 'FILE_TOO_LARGE', 'larger than 2 MB');
    });

    it('cut off, or not of its format at all', async () => {
      const text = readFileSync(file, 'utf8');
      for (const broken of [
        text.slice(0, text.length / 2),
        '',
        'nothing of the kind',
        '\u0000\u0001',
        '{',
        '<a>',
      ]) {
        writeFileSync(file, broken);
        const result = await desk.take('es', file);
        expect(result.code, JSON.stringify(broken.slice(0, 20))).toBe(1);
        expect(result.err).toMatch(/^error (?:TRANSLATION_|JSON_SYNTAX|FILE_ENCODING)/);
        expect(result.err).not.toMatch(/\n\s+at .*\.ts:\d+/);
      }
    });

    it('not in UTF-8', async () => {
      writeFileSync(file, readFileSync(file, 'latin1'), 'utf16le');
      await refused(file, 'FILE_ENCODING', 'not UTF-8; it looks like');
    });
  });

  it('is told whole: every problem at once, with file, line, key and hint', async () => {
    const file = await desk.send('es', 'po');
    desk.edit(file, 'Cinco cosas que ayudan', '');
    desk.edit(file, 'Llame al {{number}}', 'Llame');
    desk.edit(file, 'msgctxt "guide:opening.hard"', 'msgctxt "guide:opening.harder"');
    const { err } = await desk.take('es', file);
    expect(err.match(/^error (\w+)/gm)).toEqual([
      'error TRANSLATION_MISSING',
      'error TRANSLATION_UNKNOWN',
      'error TRANSLATION_BROKEN',
      'error TRANSLATION_MISSING',
    ]);
    const lines = readFileSync(file, 'utf8').split('\n');
    for (const key of ['guide:kicker', 'guide:opening.harder', 'press:call'])
      expect(err).toContain(`${file}:${lines.indexOf(`msgctxt "${key}"`) + 1}\n  in key ${key}, locale es`);
    expect(err.match(/ {2}hint: /g)).toHaveLength(4);
  });

  it.each([
    ['<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'],
    ['<!DOCTYPE x SYSTEM "file:///etc/passwd">'],
    ['<!doctype x>'],
  ])('is XML with %s', async (declaration) => {
    const file = await desk.send('es', 'xliff');
    desk.edit(file, '?>\n', `?>\n${declaration}\n`);
    await refused(file, 'TRANSLATION_FILE_INVALID', 'document type', 'heroin-detox.es.xlf:2');
  });

  it('is XML with entities that are not known, inline elements, a unit twice, XLIFF 2, or deep without end', async () => {
    for (const [from, to, said] of [
      ['Cinco cosas que ayudan', '&bomb;', 'not XLIFF 1.2'],
      ['Cinco cosas que ayudan', '<g id="1">Cinco</g> cosas', 'XML elements'],
      ['id="guide:overview"', 'id="guide:kicker"', 'twice'],
      ['id="guide:overview"', 'name="x"', 'has no id'],
      ['version="1.2"', 'version="2.0"', 'XLIFF 2'],
      ['Cinco cosas que ayudan', '<a>'.repeat(100_000), 'not XLIFF'],
      ['id="guide:overview"', 'id="&#95;_proto__"', 'is not taken'],
    ] as const) {
      const file = await desk.send('es', 'xliff');
      desk.edit(file, from, to);
      await refused(file, 'TRANSLATION_FILE_INVALID', said);
    }
  });

  it('is PO whose context is put together from strings to reach into objects', async () => {
    const file = await desk.send('es', 'po');
    desk.edit(file, 'msgctxt "guide:kicker"', 'msgctxt "__pro"\n"to__"');
    await refused(file, 'TRANSLATION_FILE_INVALID', '"__proto__" is not taken');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is PO without its contexts', async () => {
    const file = await desk.send('es', 'po');
    desk.edit(file, 'msgctxt "guide:kicker"\n', '');
    await refused(file, 'TRANSLATION_FILE_INVALID', 'has no msgctxt');
  });

  it('is CSV without its columns, or without its languages', async () => {
    await refused(
      written('a.csv', 'a,b\n1,2\n'),
      'TRANSLATION_FILE_INVALID',
      'no column "key", "source", "target"',
    );
    await refused(written('b.csv', 'key,source,target\n'), 'TRANSLATION_LANGUAGE', 'does not say');
  });

  it('is JSON of another shape', async () => {
    for (const text of [
      '[]',
      '{}',
      '{"units": 1}',
      '{"targetLanguage": "es", "units": [1]}',
      '{"targetLanguage": "es", "units": [{"key": "a", "source": "b", "target": 1}]}',
      '{"targetLanguage": "es", "units": [{"key": "a", "source": "b"}]}',
      '{"targetLanguage": "es", "units": [{"key": "a", "source": "b", "target": "c", "more": "d"}]}',
    ]) {
      const { code, err } = await desk.take('es', written('x.json', text));
      expect(code, text).toBe(1);
      expect(err).toMatch(/error (?:JSON_SYNTAX|TRANSLATION_FILE_INVALID)/);
    }
  });

  it('is not there, is no file, or ends in what no translator sends', async () => {
    await refused(join(desk.folder, 'nothing.po'), 'FILE_NOT_FOUND');
    await refused(written('x.docx', 'x'), 'USAGE', '.xlf, .xliff, .po, .csv or .json');
  });

  it('is as large as can be, and is refused soon', async () => {
    const size = 1_900_000;
    const many = (row: (i: number) => string, length: number) =>
      Array.from({ length: Math.floor(size / length) }, (_, i) => row(i)).join('');
    const xliff = (body: string) =>
      `<xliff version="1.2"><file original="x" source-language="en" target-language="es"><body>${body}</body></file></xliff>`;
    const unit = (i: number) => `<trans-unit id="k${i}"><source>a</source><target>b</target></trans-unit>`;
    const files = [
      written('1.xlf', xliff(many(unit, 75))),
      written('2.xlf', xliff(many((i) => `<trans-unit id="k${i}"/>`, 26))),
      written('3.xlf', xliff(`<trans-unit id="a"><source>${'\n'.repeat(size)}x</source></trans-unit>`)),
      written('4.xlf', '<a>'.repeat(size / 3)),
      written(
        '5.po',
        many((i) => `msgctxt "k${i}"\nmsgid "a"\nmsgstr "b"\n\n`, 42),
      ),
      written('6.csv', `key,source,target\n${many((i) => `k${i},a,b\n`, 12)}`),
      written('7.json', `{"units": [${'['.repeat(size)}`),
    ];
    for (const file of files) {
      const { code } = await desk.take('es', file);
      expect(code).toBe(1);
    }
  });

  it('cannot be written: nothing is left behind', async () => {
    rmSync(join(desk.locales, 'sw'), { recursive: true, force: true });
    const file = await desk.send('sw', 'json');
    const { units, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
    const filled = units.map((unit: { source: string }) => ({ ...unit, target: `~${unit.source}` }));
    writeFileSync(file, JSON.stringify({ ...rest, units: filled }));
    // A file where the locale's folder should be.
    writeFileSync(join(desk.locales, 'sw'), 'in the way');
    before = desk.files();
    const { code, err } = await desk.take('sw', file);
    expect(code).toBe(1);
    expect(err).toContain('error OUTPUT_UNWRITABLE');
  });
});
