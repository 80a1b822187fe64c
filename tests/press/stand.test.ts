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

  it.each(['24/7', '(24/7)', '24 hours a day, 7 days a week'])('says beside its number when: %s', (hours) => {
    const line: Change = ['guide.yaml', 'One line can be read alone.', `Call <helpline:main> ${hours}.`];
    expect(on(({ run }) => run().proof.verdict, line)).toBe('proved');
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
    const [small] = on(
      (own) => own.plate().problems.filter(({ severity }) => severity === 'error'),
      size(13.9),
    );
    expect(small!.message).toBe('note: 800-315-1376 is 13.9 pt large there, and note asks for 14 pt.');
    expect(small!.hint).toMatch(/^A larger paper, or one that lies the other way/);
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

  it('a theme whose colours cannot be told apart', () => {
    const pale = ['theme.css', ':root {', ':root { --pale: #999999;'] as const;
    expect(found({ theme: 'own' })).toEqual([]);
    expect(found({ theme: 'own' }, pale)).toEqual([]);
    const own = ['theme.css', '--ink: #122C3A', '--ink: #8A8A8A'] as const;
    expect(found({ theme: 'own' }, own).map(({ code }) => code)).toContain('THEME_CONTRAST');
  });

  it('floors below the promises count as those, and that is told', () => {
    const low = ['product.yaml', 'text: 9,', 'text: 7,'] as const;
    const codes = on((own) => own.plate().problems.map(({ code, severity }) => `${severity} ${code}`), low);
    expect(codes).toContain('warning FLOOR_RAISED');
    expect(stand.plate().problems.map(({ code }) => code)).not.toContain('FLOOR_RAISED');
    const small = ['style.css', '.loud {', '.note h1 { font-size: 8.9pt } .loud {'] as const;
    expect(found({}, low, small).map(({ code }) => code)).toEqual(['TEXT_TOO_SMALL']);
  });

  it('a scene that there is none of, and words that a template asks of its theme', () => {
    const named = [
      'template.hbs',
      '<article class="note">',
      '<article class="note {{theme.name}}-{{theme.band}}">',
    ] as const;
    on((own) => {
      const classes = formeOf(own.plate({ theme: 'own' }), own.press)!.document.body.children.flatMap(
        (child) => (child.kind === 'element' ? child.classes : []),
      );
      expect(classes.some((name) => /^own-(?:straight|hill)$/.test(name))).toBe(true);
    }, named);
    const scene = ['guide.yaml', 'opening:\n', 'scenes: { cover: nowhere }\nopening:\n'] as const;
    expect(problemsOf(() => on((own) => own.plate(), scene)).map(({ code }) => code)).toEqual([
      'SCENE_UNKNOWN',
    ]);
  });

  it('terms of a language that no text has, and what the product does not print', () => {
    const terms = [
      'guide.yaml',
      'opening:\n',
      'terms: { en: [Sleep helps, Nowhere said] }\nopening:\n',
    ] as const;
    const told = (how: object, ...changes: readonly Change[]) =>
      on(
        (own) =>
          own
            .plate(how)
            .problems.filter(({ code }) => code === 'CONTENT_UNUSED')
            .map(({ message }) => message),
        ...changes,
      );
    expect(told({}, terms)).toEqual([
      'note does not print helplines.crisis.display (line 16), sources.book.address (line 81).',
      'No text in en has "Nowhere said".',
    ]);
    const [unused] = told({}, ['product.yaml', 'leaves: [kicker, overview, ', 'leaves: ['] as const);
    expect(unused).toContain('kicker (line 7), overview (line 8)');
  });
});

describe('a page with a code', () => {
  const coded = [
    ['product.yaml', 'editions:', 'qr: [note]\neditions:'],
    [
      'template.hbs',
      '<section id="disclosure">',
      '<p><img class="code" src="qr:{{qr}}" alt="{{qrAlt}}"></p><section id="disclosure">',
    ],
    ['style.css', '.loud {', '.code { width: 90pt; height: 90pt } .loud {'],
  ] as const satisfies readonly Change[];

  it('is not mirrored from right to left, though no style speaks of it', () => {
    on(
      (own) => {
        own.translate('ar', { status: 'machine-draft' }, 'كلمة');
        expect(own.run({ locale: 'ar', allowDrafts: true }).proof.verdict).toBe('proved');
      },
      ...coded,
    );
  });

  it('dials the number, also when that is another; an address stays', () => {
    on(
      (own) => {
        const codes = (plate: Parameters<typeof formeOf>[0]) =>
          formeOf(plate, own.press)!.pages.flatMap(({ items }) =>
            items.flatMap((item) =>
              item.kind === 'picture' && item.picture.kind === 'vector' ? [item.picture] : [],
            ),
          );
        const number = { display: '800-662-4357', dial: '+18006624357' };
        const plate = own.plate();
        expect(codes(plate).map(({ code }) => code)).toEqual(['tel:+18003151376']);
        const other = own.press.withNumber(plate, number)!;
        expect(codes(other).map(({ code }) => code)).toEqual(['tel:+18006624357']);
        expect(codes(other)[0]!.shapes[1]!.fill).toEqual([0x12, 0x2c, 0x3a]);
        const anew = own.press.plate(withHelpline(own.guide, 'main', number), plate.setting);
        expect(same(own.press.print(other).bytes, own.press.print(anew).bytes)).toBe(true);
        const opens = own.plate({ qr: 'https://example.org/x' });
        expect(codes(own.press.withNumber(opens, number)!)).toEqual(codes(opens));
        expect(own.press.print(opens).proof.expectation?.qr).toEqual({
          content: 'https://example.org/x',
          pages: ['note'],
        });
      },
      ...coded,
    );
  });
});

describe('pieces as one file', () => {
  const options = { name: 'all.pdf', title: 'All of it' };
  const pieces = (...how: Parameters<Stand['plate']>[0][]) =>
    how.map((each) => ({ plate: stand.plate(each) }));

  it('are proved together, each under its label, from the newest date, in the first’s language', () => {
    const { name, bytes, proof, warnings } = stand.press.bundle(
      [
        { ...pieces({})[0]!, label: 'Front' },
        { ...pieces({ paper: 'a4' })[0]!, impression: { date: '2027-01-02T03:04:05Z' } },
      ],
      options,
    );
    expect([name, proof.passed]).toEqual(['all.pdf', true]);
    expect(warnings.map(({ code }) => code)).toEqual(['CONTENT_UNUSED', 'CONTENT_UNUSED']);
    expect(proof.bundle).toMatchObject({ title: 'All of it', language: 'en' });
    expect(proof.bundle!.pieces.map(({ label }) => label)).toEqual(['Front', 'Every kind of block']);
    const { metadata, pages } = inspect(bytes);
    expect(pages).toBe(2);
    expect(metadata.title).toBe('All of it');
    expect(metadata.xmp).toContain('2027-01-02T03:04:05');
    expect(inspect(stand.press.bundle(pieces({}), options).bytes).metadata.xmp).toContain(
      '2026-01-31T00:00:00',
    );
    expect(stand.press.bundle(pieces({}), { ...options, language: 'es' }).proof.bundle?.language).toBe('es');
  });

  it('have one way through a printer, and there is one at least', () => {
    const office = { purpose: 'office' } as const;
    const codes = (...all: Parameters<Stand['press']['bundle']>[0][number][]) =>
      problemsOf(() => stand.press.bundle(all, options)).map(({ code }) => code);
    const [letter, a4] = [pieces({})[0]!, pieces({ paper: 'a4' })[0]!];
    expect(codes()).toEqual(['USAGE']);
    expect(codes(letter, a4)).toEqual([]);
    expect(codes({ ...letter, impression: office }, { ...letter, impression: office })).toEqual([]);
    expect(codes({ ...letter, impression: office }, { ...a4, impression: office })).toEqual(['BUNDLE_MIXED']);
    expect(codes({ ...letter, impression: office }, letter)).toEqual(['BUNDLE_MIXED']);
    const [mixed] = problemsOf(() =>
      stand.press.bundle(
        [
          { ...letter, impression: office },
          { ...a4, impression: office },
        ],
        options,
      ),
    );
    expect(mixed!.hint).toBe(
      'Bundle what has one purpose; for office also one paper and one way of turning it.',
    );
    expect(mixed!.message).toBe(
      'Its pieces go through a printer in 2 ways: office Simplex 612x792; office Simplex 595x842 (purpose, sides, paper in pt).',
    );
  });

  it('back to back are on one sheet, turned about the edge that runs upwards', () => {
    const sheets = (how: Parameters<Stand['plate']>[0], purpose: 'office' | 'screen') => {
      const all = [0, 1].map(() => ({ ...pieces(how)[0]!, impression: { purpose } as const }));
      const { bytes } = stand.press.bundle(all, { ...options, backToBack: true });
      return /\/Duplex ?\/(\w+)/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
    };
    expect(sheets({}, 'office')).toBe('DuplexFlipLongEdge');
    expect(sheets({ orientation: 'landscape' }, 'office')).toBe('DuplexFlipShortEdge');
    expect(sheets({}, 'screen')).toBeUndefined();
  });
});
