/** A small product of a small guide, set and printed: what each step promises, at the cost of a moment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withHelpline } from '../../src/content/index.ts';
import { formeOf, Press } from '../../src/press/index.ts';
import { producer } from '../../src/press/metadata.ts';
import { withNumber } from '../../src/press/number.ts';
import { plateOf } from '../../src/press/plate.ts';
import { inspect } from '../../src/proof/index.ts';
import { problemsOf } from '../content/folder.ts';
import { type Change, openStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(() => {
  stand = openStand();
});
afterAll(() => stand.clear());

/** A stand of these changes, used and put away. */
function on<T>(use: (stand: Stand) => T, ...changes: readonly Change[]): T {
  const own = openStand(...changes);
  try {
    return use(own);
  } finally {
    own.clear();
  }
}
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;

describe('a file', () => {
  it('is called by guide, product, language, paper, edition and purpose', () => {
    expect(stand.run().name).toBe('whole.note.en.letter.standard.screen.pdf');
    expect(stand.run({ paper: 'a4', orientation: 'landscape' }).name).toBe(
      'whole.note.en.a4-landscape.standard.screen.pdf',
    );
    expect(stand.run({ purpose: 'office', duplex: 'long', edition: 'high-contrast' }).name).toBe(
      'whole.note.en.letter.high-contrast.office-long.pdf',
    );
  });

  it('says what it is of, by whom it was made, and from when', () => {
    const { metadata, pages } = inspect(stand.run().bytes);
    expect(pages).toBe(1);
    expect(metadata).toMatchObject({ title: 'Every kind of block', language: 'en' });
    for (const said of ['2026-01-31T00:00:00', producer(), '1.2.3', 'whole', 'letter', 'standard', 'screen'])
      expect(metadata.xmp).toContain(said);
    expect(producer()).toMatch(/^helpline-press \d+\.\d+\.\d+/);
    const { metadata: dated } = inspect(stand.run({ date: '2026-11-23T12:00:00Z' }).bytes);
    expect(dated.xmp).toContain('2026-11-23T12:00:00');
    expect(dated.xmp).not.toContain('2026-01-31T00:00:00');
  });

  it('has its numbers counted, with how each is dialled', () => {
    expect(stand.run().numbers).toEqual([
      expect.objectContaining({ display: '800-315-1376', uri: 'tel:+18003151376' }),
      expect.objectContaining({ display: '911', uri: 'tel:911' }),
    ]);
  });

  it('is the same bytes each time, whether anything is kept or not, and each stage is watched once', () => {
    const { bytes } = stand.run();
    expect(same(stand.run().bytes, bytes)).toBe(true);
    const stages: string[] = [];
    const watch = <T>(stage: string, work: () => T): T => {
      stages.push(stage);
      return work();
    };
    const alone = new Press(stand.press.folders, { keeps: false, watch });
    const plate = alone.plate(stand.guide, stand.plate().setting);
    expect(new Set(stages)).toEqual(
      new Set(['locale', 'template', 'document', 'style and layout', 'paint', 'checks', 'expect']),
    );
    stages.length = 0;
    expect(same(alone.print(plate).bytes, bytes)).toBe(true);
    expect(stages).toEqual(['impose', 'expect', 'write', 'prove']);
    alone.close();
  });

  it('opens with its code what was asked for, and is another file for it', () => {
    const { proof } = stand.run({ qr: 'https://example.org/x' });
    expect(proof.expectation?.qr).toEqual({ content: 'https://example.org/x', pages: [] });
    expect(stand.run().proof.expectation?.qr).toEqual({ content: 'tel:+18003151376', pages: [] });
    expect(stand.run({ qr: 'tel:+18003151376' }).proof.expectation?.qr.content).toBe('tel:+18003151376');
  });
});

describe('what a file is held to', () => {
  it('is what the guide, the product and the setting say', () => {
    const { expectation } = stand.run({ paper: 'a4' }).proof;
    const { faces, texts, words, links, ...rest } = expectation!;
    expect(rest).toMatchObject({
      format: 2,
      guide: { id: 'whole', version: '1.2.3', date: '2026-01-31' },
      locale: 'en',
      direction: 'ltr',
      product: 'note',
      paper: 'a4',
      edition: 'standard',
      purpose: 'screen',
      title: 'Every kind of block',
      helpline: { display: '800-315-1376', uri: 'tel:+18003151376', minSize: 14 },
      numbers: [
        { display: '800-315-1376', uri: 'tel:+18003151376' },
        { display: '988', uri: 'tel:988' },
        { display: '911', uri: 'tel:911' },
      ],
      loud: ['note'],
      pointer: 'Who answers?',
      disclosure: {
        version: '1',
        keys: ['disclosure.heading', 'disclosure.who'],
        minSize: 9,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      translation: { status: 'source' },
      minSize: 9,
      numberMinSize: 11.5,
    });
    expect(rest).not.toHaveProperty('numbered');
    expect(texts.map(({ key }) => key)).toEqual([
      'title',
      'sections.one.line',
      'sections.two.line',
      'emergency.us',
      'disclosure.heading',
      'disclosure.who',
    ]);
    expect(words).toContain('Call');
    expect(links).toContainEqual({ uri: 'tel:911', text: '911' });
    expect(Object.keys(faces!.outlines).length).toBeGreaterThan(1);
    expect(Object.keys(faces!.outlines)).toContain(faces!.number);
  });

  it('has a direction and a language of its own, and says how sure the translation is', () => {
    on((own) => {
      own.translate('ar', { status: 'human-draft' }, 'كلمة');
      const { expectation } = own.run({ locale: 'ar' }).proof;
      expect(expectation).toMatchObject({
        locale: 'ar',
        direction: 'rtl',
        title: 'كلمة كلمة كلمة كلمة',
        translation: { status: 'human-draft' },
      });
    });
  });
});

describe('a translation that nobody reviewed', () => {
  const told = (tag: string, state: Record<string, unknown>, how: Parameters<Stand['run']>[0]) =>
    on((own) => {
      own.translate(tag, state);
      try {
        const { warnings } = own.run({ locale: tag, ...how });
        return warnings
          .filter(({ code }) => code === 'TRANSLATION_DRAFT')
          .map(({ severity, message, hint }) => [severity, message, hint]);
      } catch {
        return problemsOf(() => own.run({ locale: tag, ...how })).map(
          ({ severity, code, message, hint, place }) => [severity, code, message, hint, place.locale],
        );
      }
    });
  const machine = { status: 'machine-draft' };
  const message = 'The translation into es is a machine draft: no person reviewed it.';

  it('is printed for the screen, with a warning', () => {
    expect(told('es', machine, {})).toEqual([['warning', message, 'Have a qualified translator review it.']]);
    expect(told('es', { status: 'human-draft' }, {})[0]![1]).toContain('is a human draft');
    expect(told('tr', machine, {})[0]![2]).toBe('Have two qualified translators review it.');
  });

  it('is printed for handing out only where that is asked for', () => {
    expect(told('es', machine, { purpose: 'office' })).toEqual([
      [
        'error',
        'TRANSLATION_DRAFT',
        `${message} It is not printed for office.`,
        'Have a qualified translator review it, or print it with --allow-drafts.',
        'es',
      ],
    ]);
    expect(told('es', machine, { purpose: 'office', allowDrafts: true })).toHaveLength(1);
  });

  it('is none where it was reviewed, and says by whom', () => {
    const reviewed = { status: 'reviewed', reviewed: { by: 'Ana Ruiz', on: '2026-02-01' } };
    expect(told('es', reviewed, { purpose: 'office' })).toEqual([]);
    on((own) => {
      own.translate('es', reviewed);
      const { bytes } = own.run({ locale: 'es' });
      expect(inspect(bytes).metadata.xmp).toContain('Ana Ruiz');
      expect(inspect(bytes).metadata.xmp).toContain('2026-02-01');
    });
    expect(inspect(stand.run().bytes).metadata.xmp).not.toContain('eviewed');
  });
});

describe('a plate', () => {
  it('is what it was made as, of the press that made it, and nobody changes it', () => {
    const plate = stand.plate({ paper: 'a4' });
    expect(plate.setting).toMatchObject({ product: 'note', locale: 'en', paper: 'a4', edition: 'standard' });
    expect(plate.rem).toBe(14);
    expect(Object.isFrozen(plate) && Object.isFrozen(plate.setting) && Object.isFrozen(plate.problems)).toBe(
      true,
    );
    for (const problem of plate.problems)
      expect(Object.isFrozen(problem) && Object.isFrozen(problem.place)).toBe(true);
    expect((plate as { constructor?: unknown }).constructor).toBe(Object);
    expect(formeOf(plate, stand.press)?.guide).toBe(stand.guide);
    on((other) => {
      expect(formeOf(plate, other.press)).toBeUndefined();
      expect(problemsOf(() => other.press.print(plate)).map(({ code }) => code)).toEqual(['USAGE']);
    });
    for (const none of [null, undefined, 5, {}, { ...plate }])
      expect(formeOf(none as never, stand.press)).toBeUndefined();
  });

  it('has a title, in its language', () => {
    expect(stand.press.titleOf(stand.plate())).toBe('Every kind of block');
  });

  it('keeps where its boxes lie only where the press is told to', () => {
    expect(formeOf(stand.plate(), stand.press)).not.toHaveProperty('laid');
    const keeping = new Press(stand.press.folders, { keepsLayout: true });
    const plate = keeping.plate(stand.guide, stand.plate().setting);
    expect(formeOf(plate, keeping)?.laid).toHaveLength(1);
    keeping.close();
  });
});

describe('the same plate with another number', () => {
  const other = { display: '800-662-4357', dial: '+18006624357' };

  it('prints what a plate that is set anew prints, and stays as it is', () => {
    const plate = stand.plate();
    const before = stand.press.print(plate).bytes;
    const renumbered = stand.press.withNumber(plate, other)!;
    const anew = stand.press.print(
      stand.press.plate(withHelpline(stand.guide, 'main', other), plate.setting),
    );
    const patched = stand.press.print(renumbered);
    expect(same(patched.bytes, anew.bytes)).toBe(true);
    expect(patched.numbers[0]).toMatchObject({ display: '800-662-4357' });
    expect(patched.proof).toEqual(anew.proof);
    expect(same(stand.press.print(plate).bytes, before)).toBe(true);
  });

  it('with a number in its texts says that one too', () => {
    const shown = [
      'guide.yaml',
      'line: The second line',
      'line: Call <helpline:main>',
    ] as const satisfies Change;
    on((own) => {
      const renumbered = own.press.withNumber(own.plate(), other)!;
      const { texts } = own.press.print(renumbered).proof.expectation!;
      expect(texts.find(({ key }) => key === 'sections.two.line')?.text).toBe('Call 800-662-4357');
    }, shown);
  });

  it.each([
    ['in other groups', { display: '800 662-4357', dial: '+18006624357' }],
    ['with more digits', { display: '1-800-662-4357', dial: '+18006624357' }],
  ])('is none where the number is %s', (_, number) => {
    expect(stand.press.withNumber(stand.plate(), number)).toBeUndefined();
  });

  it('is none where the number is none: that is told', () => {
    const codes = problemsOf(() => stand.press.withNumber(stand.plate(), { display: '12', dial: '12' }));
    expect(new Set(codes.map(({ code }) => code))).toEqual(new Set(['HELPLINE_INVALID']));
  });

  it('is none where something is wrong, or a text might be near the number', () => {
    const forme = formeOf(stand.plate(), stand.press)!;
    const works = (more: object) => withNumber({ ...forme, ...more }, other) !== undefined;
    expect(works({})).toBe(true);
    const wrong = { code: 'TEXT_TOO_SMALL', severity: 'error', message: '', place: {} } as const;
    expect(works({ problems: [wrong] })).toBe(false);
    expect(works({ problems: [{ ...wrong, code: 'CONTENT_UNUSED' }] })).toBe(true);
    // The number has ten digits: nine that could be it with one mistyped.
    expect(works({ told: { ...forme.told, mostDigits: 8 } })).toBe(true);
    expect(works({ told: { ...forme.told, mostDigits: 9 } })).toBe(false);
    expect(works({ told: { ...forme.told, lettered: ['Open l-2-E to 5'] } })).toBe(true);
    const lettered = { ...forme, told: { ...forme.told, lettered: ['Open l-2-E to 5', 'BOO-EIS-IEGG'] } };
    expect(withNumber(lettered, { display: '800-315-1366', dial: '+18003151366' })).toBeUndefined();
    expect(withNumber(lettered, other)).toBeDefined();
    expect(plateOf(forme, stand.press).setting).toEqual(forme.setting);
  });
});

describe('what is wrong with pages is told with the plate, and the file refused', () => {
  const found = (how: Parameters<Stand['plate']>[0], ...changes: readonly Change[]) =>
    on(
      (own) => {
        const { problems } = own.plate(how);
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(problemsOf(() => own.run(how)).map(({ code }) => code)).toEqual(
          errors.length > 0 ? problems.map(({ code }) => code) : [],
        );
        return errors.map(({ code, place }) => ({
          code,
          page: place.page,
          locale: place.locale,
          product: place.product,
        }));
      },
      ...changes,
    );
  const at = { locale: 'en', product: 'note' };

  it('nothing of it as it is', () => {
    expect(found({})).toEqual([]);
    expect(found({ edition: 'high-contrast' })).toEqual([]);
  });

  it('what does not fit, and nothing beside it', () => {
    const long = ['style.css', '.loud {', '.note h1 { font-size: 300pt; color: #eee } .loud {'] as const;
    expect(found({}, long).map(({ code }) => code)).toContain('TEXT_OVERFLOW');
    expect(found({}, long).map(({ code }) => code)).not.toContain('CONTRAST_LOW');
    expect(found({}, long)[0]).toMatchObject(at);
  });

  it('what is too small, too faint, or covered', () => {
    const css = (more: string) => ['style.css', '.loud {', `${more} .loud {`] as const;
    expect(found({}, css('.note h1 { font-size: 8.9pt }'))).toMatchObject([
      { code: 'TEXT_TOO_SMALL', ...at },
    ]);
    expect(found({}, css('.note h1 { font-size: 9pt }'))).toEqual([]);
    expect(found({}, css('.note h1 { color: #777 }'))).toMatchObject([{ code: 'CONTRAST_LOW', ...at }]);
  });

  it('a loud page whose number is too small, or not there', () => {
    const size = (pt: number) =>
      ['style.css', '.loud { font-size: 24pt; }', `.loud { font-size: ${pt}pt; }`] as const;
    expect(found({}, size(14))).toEqual([]);
    expect(found({}, size(13.9)).map(({ code, page }) => [code, page])).toEqual([
      ['HELPLINE_TOO_SMALL', 'note'],
    ]);
    const none = [
      'template.hbs',
      '<p class="loud">{{helpline "main"}}</p>',
      '<p class="loud">x</p>',
    ] as const;
    expect(problemsOf(() => on((own) => own.plate(), none)).map(({ code }) => code)).toEqual([
      'TEMPLATE_TEXT',
    ]);
    const gone = ['template.hbs', '<p class="loud">{{helpline "main"}}</p>', ''] as const;
    expect(found({}, gone).map(({ code }) => code)).toEqual(['HELPLINE_MISSING']);
  });

  it('a colour, or a gray, in an edition that does without', () => {
    const css = (more: string) => ['style.css', '.loud {', `${more} .loud {`] as const;
    const blue = css('.note h1 { color: #000080 }');
    expect(found({ edition: 'high-contrast' }, blue)).not.toEqual([]);
    expect(found({}, blue)).toEqual([]);
  });

  it('a product that is not made in an edition, or on a paper', () => {
    const codes = (how: Parameters<Stand['plate']>[0]) =>
      problemsOf(() => stand.plate(how)).map(({ code }) => code);
    expect(codes({ edition: 'large-print' })).toEqual(['PRODUCT_INVALID']);
    expect(codes({ edition: 'easy-read' })).toEqual(['PRODUCT_INVALID']);
    expect(codes({ paper: 'a3' })).toEqual(['PRODUCT_INVALID']);
    expect(codes({ product: 'notes' })).toEqual(['TEMPLATE_NOT_FOUND']);
  });

  it('what the file lacks: a text that the product carries and the template drops', () => {
    const dropped = ['template.hbs', '{{#each emergency}}<p>{{say text}}</p>{{/each}}', ''] as const;
    on((own) => {
      expect(own.plate().problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(problemsOf(() => own.run()).map(({ code }) => code)).toEqual(['TEXT_LOST']);
    }, dropped);
  });
});
