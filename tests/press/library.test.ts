import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  exportTranslation,
  fillTranslation,
  guideFrom,
  guidesFolder,
  importTranslation,
  listLocales,
  listPapers,
  listProducts,
  listThemes,
  loadGuide,
  Press,
  PressError,
  print,
  printAll,
  templatesFolder,
  translationStatus,
} from '../../src/index.ts';
import { folderOf, problemsOf } from '../files/folder.ts';

const detox = join(guidesFolder(), 'heroin-detox');
const shipped = loadGuide(detox);
const codesOf = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    return PressError.from(error)?.problems.map(({ code }) => code);
  }
  return [];
};

describe('templates of an own folder', () => {
  it('lie over those that ship', () => {
    const own = folderOf({
      'themes/mint.css': ':root { --ink: #123d32; --paper: #ffffff; --accent: #9fe0c4; }',
    });
    const folders = { templates: own };
    expect(listThemes(folders).map(({ name }) => name)).toEqual(expect.arrayContaining(['dawn', 'mint']));
    const { proof } = print(shipped, { product: 'poster', locale: 'en', theme: 'mint', folders });
    expect(proof.verdict).toBe('proved');
    const both = { templates: [own, templatesFolder()] };
    expect(listThemes(both)).toEqual(listThemes(folders));
  });

  it('are there: the shipped ones are not printed in the place of a folder that was mistyped', () => {
    const folders = { templates: ['/nowhere/look', '/nowhere/else'], locales: '/nowhere/words' };
    const found = ['/nowhere/look', '/nowhere/else', '/nowhere/words'].map((file) => ({
      code: 'FILE_NOT_FOUND',
      place: { file },
    }));
    const uses: (() => unknown)[] = [
      () => print(shipped, { product: 'poster', locale: 'en', folders }),
      () => new Press(folders),
      () => listThemes(folders),
      () => translationStatus(shipped, 'es', folders),
    ];
    for (const use of uses) expect(problemsOf(use)).toMatchObject(found);
  });
});

describe('a guide from memory', () => {
  it('prints what the same guide in a file prints, byte for byte', () => {
    const made = guideFrom(shipped.data, { folder: detox });
    const options = { product: 'poster', locale: 'en' };
    expect(Buffer.compare(print(made, options).bytes, print(shipped, options).bytes)).toBe(0);
  });

  it('in a language whose words nobody reviewed says how to sign them', () => {
    const { title, kicker, overview } = { title: 'Gut durch die Hitze', kicker: 'Hilfe', overview: 'Hilfe' };
    const made = guideFrom(
      { ...shipped.data, id: 'eigen', locale: 'de', title, kicker, overview },
      { folder: detox },
    );
    const printed = () => print(made, { product: 'poster', locale: 'de', purpose: 'office' });
    expect(printed).toThrow(/TRANSLATION_DRAFT/);
    const hints = problemsOf(printed).map(({ hint }) => hint);
    expect(hints).toEqual([
      expect.stringContaining('translations adopt <guide> --locale de --status reviewed'),
    ]);
  });

  it('is checked as one that is loaded, and is fixed', () => {
    const data = {
      ...shipped.data,
      helplines: { main: { ...shipped.data.helplines.main, dial: '+18003151377' } },
    };
    expect(codesOf(() => guideFrom(data, { folder: detox }))).toContain('HELPLINE_INVALID');
    const made = guideFrom(shipped.data, { folder: detox });
    expect(codesOf(() => Object.assign(made.data, { title: 'x' }))).toEqual(['GUIDE_CHANGED']);
  });

  it.each([
    ['nothing', undefined, 'USAGE'],
    [
      'what goes round in a circle',
      (() => {
        const round: Record<string, unknown> = {};
        round.round = round;
        return round;
      })(),
      'USAGE',
    ],
    ['an empty object', {}, 'CONTENT_INVALID'],
    [
      'a main helpline that is for some products alone',
      {
        ...shipped.data,
        helplines: { ...shipped.data.helplines, main: { ...shipped.data.helplines.main, forms: ['long'] } },
      },
      'CONTENT_INVALID',
    ],
    ['YAML with an anchor', 'id: &a b', 'YAML_SYNTAX'],
  ])('is refused as %s', (_, data, code) => {
    expect(codesOf(() => guideFrom(data as object, { folder: detox }))).toContain(code);
  });

  it('is asked for its folder', () => {
    for (const options of [undefined, {}, { folder: 5 }])
      expect(codesOf(() => guideFrom(shipped.data, options as { folder: string }))).toEqual(['USAGE']);
  });
});

describe('several files', () => {
  const jobs = [
    { product: 'poster', locale: 'en' },
    { product: 'poster', locale: 'es', purpose: 'office' },
    { product: 'poster', locale: 'en', paper: 'a3' },
  ] as const;

  it('come one after the other, each with what became of it, and let other work go on between', async () => {
    const seen: unknown[] = [];
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    for await (const { name, printed, problems, done, of } of printAll(shipped, jobs))
      seen.push([
        name,
        printed?.proof.verdict,
        problems.find(({ severity }) => severity === 'error')?.code,
        done,
        of,
      ]);
    clearInterval(timer);
    expect(seen).toEqual([
      ['heroin-detox.poster.en.letter.standard.screen.pdf', 'proved', undefined, 1, 3],
      ['heroin-detox.poster.es.letter.standard.office.pdf', undefined, 'TRANSLATION_DRAFT', 2, 3],
      ['heroin-detox.poster.en.a3.standard.screen.pdf', 'proved', undefined, 3, 3],
    ]);
    expect(turns).toBeGreaterThan(0);
  });

  it('end where the signal says so, with its reason', async () => {
    const controller = new AbortController();
    const names: string[] = [];
    const work = (async () => {
      for await (const { name } of printAll(shipped, jobs, { signal: controller.signal })) {
        names.push(name);
        controller.abort(new Error('enough'));
      }
    })();
    await expect(work).rejects.toThrow('enough');
    expect(names).toHaveLength(1);
  });

  it('are refused with options that are none, before any is made', async () => {
    const none = printAll(shipped, [jobs[0], { product: 'poster', locale: 'xx' }]);
    await expect(none.next()).rejects.toMatchObject({ problems: [{ code: 'USAGE' }] });
  });
});

describe('an error', () => {
  it('passes a door as plain data, and is the same error behind it', () => {
    let thrown: PressError | undefined;
    try {
      loadGuide('nowhere');
    } catch (error) {
      thrown = error as PressError;
    }
    const again = PressError.from(structuredClone(thrown!.toJSON()));
    expect(again).toBeInstanceOf(PressError);
    expect(again!.problems).toEqual(thrown!.problems);
    expect(again!.message).toBe(thrown!.message);
    expect(PressError.from(JSON.parse(JSON.stringify(thrown)))?.problems).toEqual(thrown!.problems);
    expect(PressError.from(thrown)).toBe(thrown);
  });

  it.each([
    ['another error', new Error('x')],
    ['nothing', undefined],
    ['problems that are none', { name: 'PressError', problems: [{ code: 'X' }] }],
    ['problems of something else', { problems: [] }],
  ])('is not %s', (_, value) => {
    expect(PressError.from(value)).toBeUndefined();
  });
});

describe('what there is', () => {
  it('is listed by name', () => {
    expect(listProducts().map(({ name }) => name)).toContain('poster');
    expect(listLocales().find(({ name }) => name === 'es')?.about).toBe('Español');
    expect(listPapers().find(({ name }) => name === 'letter')).toMatchObject({ width: 612, height: 792 });
    expect(listThemes().map(({ name }) => name)).toContain('dawn');
  });
});

describe('translations', () => {
  it('go out and come back without a file being written', async () => {
    const folder = folderOf();
    const guide = guideFrom({ ...shipped.data, id: 'county', title: 'What helps' }, { folder: detox });
    expect(translationStatus(guide, 'es')).toMatchObject({
      from: 'heroin-detox',
      texts: { stale: ['title'] },
    });
    const { name, content } = await exportTranslation(guide, 'es', 'json');
    const file = join(folder, name);
    const { units, ...rest } = JSON.parse(String(content)) as {
      units: { key: string; target: string; state: string }[];
    };
    const done = units.map((unit) =>
      unit.key === 'guide:title' ? { ...unit, target: 'Lo que ayuda', state: 'translated' } : unit,
    );
    writeFileSync(file, JSON.stringify({ ...rest, units: done }));
    const { outputs, changed, status } = await importTranslation(guide, 'spanish', file);
    expect([changed, status]).toEqual([['guide:title'], 'machine-draft']);
    expect(outputs.map(({ path }) => path)).toEqual([
      join(detox, 'locales/es.json'),
      join(detox, 'locales/es.state.json'),
    ]);
    expect(fillTranslation(guide, 'es').outputs).toHaveLength(2);
    await expect(importTranslation(guide, 'es', join(folder, 'no.po'))).rejects.toBeInstanceOf(PressError);
  });
});
