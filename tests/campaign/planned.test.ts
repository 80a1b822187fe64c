import { appendFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCampaign, type Plan, planOf } from '../../src/campaign/index.ts';
import { shippedFolders } from '../../src/press/index.ts';
import { folderWith } from './folder.ts';
import { errorCell, formulaCell, numberCell, textCell, workbook } from './zipped.ts';

const head = 'id: clinics\nguides: [heroin-detox]\n';
const places = 'places: { file: places.csv }\n';

async function planned(
  yaml: string,
  csv: string | Uint8Array = '',
  more: Record<string, string> = {},
): Promise<Plan> {
  return planOf(loadCampaign(folderWith({ 'campaign.yaml': head + yaml, 'places.csv': csv, ...more })));
}
const rowsOf = ({ batches }: Plan) => batches.flatMap(({ rows }) => rows);
const filesOf = (plan: Plan) => rowsOf(plan).map(({ file }) => file);
const short = `name: '{locale}.{product}.{place}.{purpose}.pdf'\n`;

describe('a plan', () => {
  it('without places is of the guide as it is', async () => {
    const plan = await planned('products: [poster]\npapers: [letter, a3]\npurposes: [screen, office]\n');
    expect(filesOf(plan)).toEqual([
      'en/poster/all.heroin-detox.letter.screen.pdf',
      'en/poster/all.heroin-detox.letter.office.pdf',
      'en/poster/all.heroin-detox.a3.screen.pdf',
      'en/poster/all.heroin-detox.a3.office.pdf',
    ]);
    expect(rowsOf(plan)[0]).toMatchObject({ guide: 'heroin-detox', place: undefined, quantity: 1 });
    expect(plan.totals).toMatchObject({ places: 0, numbers: 1 });
  });

  it('finds a guide by its name, whether its letters are composed on the disk or not', async () => {
    const folder = folderWith({ 'campaign.yaml': 'id: clinics\nguides: [Führer]\nproducts: [poster]\n' });
    cpSync('guides/heroin-detox', join(folder, 'Fu\u0308hrer'), { recursive: true });
    expect(rowsOf(await planOf(loadCampaign(folder)))[0]).toMatchObject({ guide: 'F\u00fchrer' });
  });

  it('makes once what its campaign says twice', async () => {
    const said = `papers: [letter, letter]\neditions: [standard, standard]\nthemes: [dawn, dawn]\npurposes: [screen, screen]\n`;
    const yaml = `products: [poster, poster]\nlocales: [en, English]\norientations: [portrait, portrait]\n${said}${short}`;
    expect(filesOf(await planned(yaml))).toEqual(['en.poster.all.screen.pdf']);
  });

  it('of all languages takes those that each guide is begun in, and says how many are not', async () => {
    const folder = (guides: string, csv: string) => {
      const yaml = `id: all\nproducts: [poster]\nlocales: all\n${places}${short.replace('product', 'guide')}`;
      const made = folderWith({ 'campaign.yaml': `${yaml}guides: [${guides}]\n`, 'places.csv': csv });
      for (const name of ['first-visit', 'after-birth'])
        cpSync(join('tests/guides', name), join(made, name), { recursive: true });
      return made;
    };
    const planned = (guides: string, csv: string) => planOf(loadCampaign(folder(guides, csv)));
    const two = await planned('first-visit, after-birth', 'id,helpline\na,202-555-0101\n');
    expect(filesOf(two).toSorted()).toEqual([
      'ar.first-visit.a.screen.pdf',
      'de.first-visit.a.screen.pdf',
      'en.after-birth.a.screen.pdf',
      'en.first-visit.a.screen.pdf',
      'ja.first-visit.a.screen.pdf',
      'th.first-visit.a.screen.pdf',
    ]);
    expect(two.problems).toMatchObject(
      [/^35 languages .* first-visit/, /^39 languages .* after-birth/].map((message) => ({
        code: 'TRANSLATION_MISSING',
        severity: 'warning',
        message: expect.stringMatching(message),
      })),
    );
    // A place may ask for any of them, and for no other.
    await expect(planned('first-visit', 'id,helpline,locales\na,202-555-0101,fr\n')).rejects.toMatchObject({
      problems: [{ code: 'PLACE_VALUE_INVALID' }],
    });
  });

  it('leaves out by field and by column, each value in any case, and takes only what is named', async () => {
    const csv = 'id,Région\na,North\nb,SOUTH\nc,east\n';
    const yaml = `products: [poster]\nlocales: [en, es]\n${places}${short}`;
    expect(filesOf(await planned(`${yaml}except: [{ place: [a, b], locale: es }]\n`, csv))).toEqual([
      'en.poster.a.screen.pdf',
      'en.poster.b.screen.pdf',
      'en.poster.c.screen.pdf',
      'es.poster.c.screen.pdf',
    ]);
    expect(
      filesOf(await planned(`${yaml}only: [{ columns: { région: [south, East] }, locale: es }]\n`, csv)),
    ).toEqual(['es.poster.b.screen.pdf', 'es.poster.c.screen.pdf']);
    expect(
      filesOf(
        await planned(`${yaml}only: [{ place: a }, { place: b }]\nexcept: [{ locale: en, place: a }]\n`, csv),
      ),
    ).toEqual(['en.poster.b.screen.pdf', 'es.poster.a.screen.pdf', 'es.poster.b.screen.pdf']);
  });

  it('tells of a value of a column that no place has: such a filter does nothing', async () => {
    const csv = 'id,helpline,Region\na,202-555-0101,North\u200b\nb,202-555-0102,\n';
    const told = async (values: string) =>
      (
        await planned(`products: [poster]\n${places}except: [{ columns: { region: ${values} } }]\n`, csv)
      ).problems.map(({ code, place, hint }) => [code, place.line, hint]);
    expect(await told('[Nroth]')).toEqual([['CAMPAIGN_INVALID', 5, 'Did you mean "north"?']]);
    expect(await told('[north]')).toEqual([]);
    expect(await told("['']")).toEqual([]);
  });

  it("keeps to a place's own locales, products and papers", async () => {
    const csv =
      'id,locales,products,papers\na,"es",poster,\nb,"EN; es",,a4\nc,,pamphlet-trifold poster,letter\n';
    const yaml = `products: [poster, pamphlet-trifold]\nlocales: [en, es]\npapers: [letter, a4]\n${places}name: '{locale}.{product}.{place}.{paper}.pdf'\n`;
    expect(filesOf(await planned(yaml, csv)).toSorted()).toEqual([
      'en.pamphlet-trifold.b.a4.pdf',
      'en.pamphlet-trifold.c.letter.pdf',
      'en.poster.b.a4.pdf',
      'en.poster.c.letter.pdf',
      'es.pamphlet-trifold.b.a4.pdf',
      'es.pamphlet-trifold.c.letter.pdf',
      'es.poster.a.a4.pdf',
      'es.poster.a.letter.pdf',
      'es.poster.b.a4.pdf',
      'es.poster.c.letter.pdf',
    ]);
  });

  it('finds locales by the names that people have for them', async () => {
    const yaml = `products: [poster]\nlocales: [Español, zh-TW, en_US.UTF-8]\n${places}name: '{locale}.{place}.pdf'\n`;
    expect(filesOf(await planned(yaml, 'id,locales\na,"spanish, zh-Hant"\nb,\n'))).toEqual([
      'es.a.pdf',
      'es.b.pdf',
      'zh-Hant.a.pdf',
      'zh-Hant.b.pdf',
      'en.b.pdf',
    ]);
  });

  it('asks for as many as the place says, else the first that fits, else one', async () => {
    const yaml = `products: [poster, pamphlet-trifold]\n${places}quantities: [{ product: poster, copies: 20 }, { place: b, copies: 7 }]\n`;
    const plan = await planned(yaml, 'id,copies\na,500\nb,\nc,\n');
    expect(
      rowsOf(plan).map(({ setting, place, quantity }) => [setting.product, place!.id, quantity]),
    ).toEqual([
      ['poster', 'a', 500],
      ['poster', 'b', 20],
      ['poster', 'c', 20],
      ['pamphlet-trifold', 'a', 500],
      ['pamphlet-trifold', 'b', 7],
      ['pamphlet-trifold', 'c', 1],
    ]);
    expect(plan.totals.copies).toBe(500 + 20 + 20 + 500 + 7 + 1);
  });

  it('maps columns in any language, their names composed or not', async () => {
    const yaml = `products: [poster]\n${places.replace(' }', ', columns: { id: Ort, helpline: Te\u0301le\u0301phone, name: العيادة }, language: ar }')}`;
    const plan = await planned(yaml, 'ORT;TÉLÉPHONE;العيادة\nnord;202-555-0101;عيادة الشمال\n');
    expect(rowsOf(plan)[0]!.place).toEqual({
      id: 'nord',
      helpline: { display: '202-555-0101', dial: '+12025550101' },
      publisher: { name: 'عيادة الشمال', language: 'ar' },
    });
  });

  it('has names in several languages, of which each row says its own by any name; the others are in that of the sheet', async () => {
    const yaml = `products: [poster]\n${places.replace(' }', ', language: vi }')}`;
    const csv = [
      'id,helpline,name,written',
      'a,202-555-0101,عيادة الشمال,Arabic',
      'b,202-555-0102,北方诊所,Chinese (Simplified)',
      'c,202-555-0103,Phòng khám,',
      'd,202-555-0104,Tsev kho mob,hmn',
      'e,202-555-0105,,fr',
    ];
    expect(rowsOf(await planned(yaml, csv.join('\n'))).map(({ place }) => place?.publisher)).toEqual([
      { name: 'عيادة الشمال', language: 'ar' },
      { name: '北方诊所', language: 'zh-Hans' },
      { name: 'Phòng khám', language: 'vi' },
      { name: 'Tsev kho mob', language: 'hmn' },
      undefined,
    ]);
  });

  it('reads numbers with all that spreadsheets and address books do to them', async () => {
    const yaml = `products: [poster]\n${places}`;
    const csv = [
      'id,helpline,dial,country',
      'a,2025550101,,',
      'b,\u202a+1 202\u2011555\u20110102\u202c,,',
      'c,0800 1111,,gb',
      'd,(202) 555-0104,+12025550104,',
      'e,="2025550105",,',
    ].join('\n');
    const rows = rowsOf(await planned(yaml, csv)).map(({ place }) => [place!.id, place!.helpline]);
    expect(Object.fromEntries(rows)).toEqual({
      a: { display: '202-555-0101', dial: '+12025550101' },
      b: { display: '+1 202-555-0102', dial: '+12025550102' },
      c: { display: '0800 1111', dial: '+448001111', country: 'GB' },
      d: { display: '(202) 555-0104', dial: '+12025550104' },
      e: { display: '202-555-0105', dial: '+12025550105' },
    });
  });

  it('puts numbers of one shape together, in batches of nearly one size', async () => {
    const rows = Array.from({ length: 150 }, (_, i) => {
      const digits = String(100 + (i % 100)).padStart(4, '0');
      return `p${i},${i < 130 ? `202-555-${digits}` : `(303) 555-${digits}`}`;
    });
    const plan = await planned(`products: [poster]\n${places}`, `id,helpline\n${rows.join('\n')}\n`);
    expect(plan.batches.map(({ kind, rows: { length } }) => [kind, length])).toEqual([
      ['patched', 43],
      ['patched', 43],
      ['patched', 44],
      ['patched', 20],
    ]);
    expect(plan.problems.map(({ code }) => code)).toContain('PLACE_NUMBER_TWICE');
  });

  it('warns of what is suspicious, and refuses nothing for it', async () => {
    const yaml = `products: [poster]\n${places}`;
    const tollFree = Array.from({ length: 19 }, (_, i) => `t${i},800-555-${2000 + 37 * i},,`);
    const csv = [
      'id,helpline,name,address',
      ...tollFree,
      'x,877-555-4321,,',
      'y,,,',
      'z,202-555-0101,Z,1 A St',
      'z2,202-555-0101,z,1 a st',
    ];
    const { problems } = await planned(yaml, csv.join('\n'));
    expect(problems.map(({ code, place }) => [code, place.line])).toEqual([
      ['PLACE_NUMBER_MISSING', 22],
      ['PLACE_TWICE', 24],
      ['PLACE_NUMBER_TWICE', 23],
      ['PLACE_NUMBER_DOUBTFUL', 21],
    ]);
  });

  it('warns of a folder with more than a thousand files, proofs among them', async () => {
    const csv = (count: number) => `id\n${Array.from({ length: count }, (_, i) => `p${i}\n`).join('')}`;
    const yaml = `products: [poster]\n${places}`;
    expect((await planned(yaml, csv(500))).problems).toEqual([]);
    expect((await planned(yaml, csv(501))).problems).toMatchObject([{ code: 'CAMPAIGN_FOLDER_FULL' }]);
    expect((await planned(`${yaml}name: '{part}/{place}.pdf'\n`, csv(501))).problems).toEqual([]);
  });
});

describe('a workbook of places', () => {
  const header = ['id', 'helpline', 'name', 'copies']
    .map((name, i) => textCell(`${'ABCD'[i]}1`, name))
    .join('');
  const yaml = `products: [poster]\n${places}`;
  it.each([
    ['a formula for a number', formulaCell('B3', '1+2025550101', 2025550102), 'PLACE_NUMBER_DAMAGED', 2],
    ['an error for a number', errorCell('B3', '#REF!'), 'PLACE_NUMBER_DAMAGED', 2],
    ['a date for a number', numberCell('B3', 46000, 1), 'PLACE_NUMBER_DAMAGED', 2],
    ['a part of a number', numberCell('B3', 2025550101.5), 'PLACE_NUMBER_DAMAGED', 2],
    ['a number that is rounded', numberCell('B3', '2.025550101E+20'), 'PLACE_NUMBER_DAMAGED', 2],
    ['yes for a number', '<c r="B3" t="b"><v>1</v></c>', 'PLACE_NUMBER_DAMAGED', 2],
    ['an error for a name', errorCell('C3', '#N/A'), 'PLACE_TEXT_INVALID', 3],
    ['a formula without a value for a name', '<c r="C3"><f>A1</f></c>', 'PLACE_TEXT_INVALID', 3],
    ['a formula for copies', formulaCell('D3', '2*3', 6), 'PLACE_VALUE_INVALID', 4],
    ['a cell beside the columns', textCell('F3', 'x'), 'SHEET_RAGGED', 6],
  ])('is refused with %s', async (_, cell, code, column) => {
    const bytes = workbook([header, '', textCell('A3', 'a') + cell]);
    await expect(planned(yaml, bytes)).rejects.toMatchObject({
      problems: [{ code, place: { line: 3, column } }],
    });
  });

  it('takes a number as it is kept, however it is shown, and a name that a formula made', async () => {
    const bytes = workbook([
      header,
      textCell('A2', 'a') +
        numberCell('B2', 2025550101, 2) +
        formulaCell('C2', 'A1', 'North').replace('<c ', '<c t="str" '),
    ]);
    expect(rowsOf(await planned(yaml, bytes))[0]!.place).toEqual({
      id: 'a',
      helpline: { display: '202-555-0101', dial: '+12025550101' },
      publisher: { name: 'North' },
    });
  });
});

describe('the input of a file', () => {
  const yaml = `products: [poster]\n${places}`;
  const csv = 'id,helpline,name,logo\na,202-555-0101,North,logo.svg\n';
  const svg = (color: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9pt" height="9pt"><rect width="9" height="9" fill="${color}"/></svg>`;
  const guide = readFileSync('guides/heroin-detox/guide.yaml', 'utf8');

  /** The input of the one file of a campaign, with one thing changed. */
  async function inputOf(
    change: {
      yaml?: string;
      csv?: string;
      logo?: string;
      guide?: string;
      css?: string;
      es?: string;
      date?: string;
      product?: string;
      template?: string;
      words?: Readonly<Record<string, string>>;
    } = {},
  ) {
    const folder = folderWith({
      'campaign.yaml': `id: a\nguides: [g]\n${yaml.replace('poster', change.product ?? 'poster')}${change.yaml ?? ''}`,
      'places.csv': change.csv ?? csv,
      'logo.svg': change.logo ?? svg('#123456'),
    });
    cpSync('guides/heroin-detox', join(folder, 'g'), { recursive: true });
    writeFileSync(join(folder, 'g/guide.yaml'), change.guide ?? guide);
    mkdirSync(join(folder, 'g/locales'));
    if (change.es !== undefined) writeFileSync(join(folder, 'g/locales/es.json'), change.es);
    const own = join(folder, 'templates/poster');
    mkdirSync(own, { recursive: true });
    for (const name of ['product.yaml', 'template.hbs', 'style.css'])
      cpSync(join('templates/poster', name), join(own, name));
    if (change.css !== undefined) writeFileSync(join(own, 'style.css'), change.css);
    if (change.template !== undefined) appendFileSync(join(own, 'template.hbs'), change.template);
    for (const layer of ['upper', 'lower']) mkdirSync(join(folder, 'words', layer), { recursive: true });
    for (const [file, text] of Object.entries(change.words ?? {})) {
      mkdirSync(join(folder, 'words', file, '..'), { recursive: true });
      writeFileSync(join(folder, 'words', file), text);
    }
    const shipped = shippedFolders();
    const templates = [join(folder, 'templates'), ...[shipped.templates].flat()];
    const locales = [
      ...(change.words === undefined ? [] : [join(folder, 'words/upper'), join(folder, 'words/lower')]),
      ...[shipped.locales].flat(),
    ];
    const plan = await planOf(loadCampaign(folder), {
      folders: { templates, locales },
      ...(change.date === undefined ? {} : { date: change.date }),
    });
    return rowsOf(plan)[0]!.input;
  }

  it('is the same for the same, and another for all that goes into it', async () => {
    const plain = await inputOf();
    expect(plain).toMatch(/^[0-9a-f]{64}$/);
    const same = [
      {},
      { yaml: 'quantities: [{ copies: 9 }]\n' },
      { es: '{}' },
      { yaml: "name: '{place}.pdf'\n" },
    ];
    for (const change of same) expect(await inputOf(change), JSON.stringify(change)).toBe(plain);
    const style = readFileSync('templates/poster/style.css', 'utf8');
    const others = [
      { guide: `${guide}\n# a comment\n` },
      { csv: csv.replace('0101', '0102') },
      { csv: csv.replace('North', 'South') },
      { logo: svg('#123457') },
      { css: `${style}\n` },
      { yaml: 'purposes: [office]\n' },
      { yaml: 'allowDrafts: true\n' },
      { yaml: 'papers: [a4]\n' },
      { yaml: 'qr: https://example.org/\n' },
      { date: '2027-01-01T00:00:00Z' },
    ];
    const inputs = [plain];
    for (const change of others) inputs.push(await inputOf(change));
    expect(new Set(inputs).size).toBe(inputs.length);
  });

  it('is another where the template changes of the product that its own is like, and of no other', async () => {
    for (const [product, isLike] of [
      ['poster-tiled', true],
      ['handout', false],
    ] as const) {
      const [before, after] = [await inputOf({ product }), await inputOf({ product, template: '\n' })];
      expect(before === after, product).toBe(!isLike);
    }
  });

  it('is another where words change that lie below others, or that a translation is held to', async () => {
    const es = (words: Readonly<Record<string, string>>) =>
      inputOf({ yaml: 'locales: [es]\nallowDrafts: true\n', words });
    const who = (text: string) => JSON.stringify({ who: text });
    const upper = { 'upper/es/press.json': '{}', 'upper/es/press.state.json': '{}' };
    const all = [
      await es(upper),
      await es({ ...upper, 'lower/es/press.json': who('¿Quién responde aquí?') }),
      await es({ ...upper, 'lower/es/press.json': who('¿Quién contesta aquí?') }),
      await es({ ...upper, 'lower/en/press.json': who('Who is it?') }),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(await es({ ...upper, 'lower/ar/press.json': who('من هناك؟') })).toBe(all[0]);
  });
});

it('takes no guide through a link that leads out of its folder', async () => {
  const outside = folderWith({});
  cpSync('guides/heroin-detox', join(outside, 'g'), { recursive: true });
  const folder = folderWith({ 'campaign.yaml': 'id: a\nguides: [g]\nproducts: [poster]\n' });
  symlinkSync(join(outside, 'g'), join(folder, 'g'));
  await expect(planOf(loadCampaign(folder))).rejects.toMatchObject({ problems: [{ code: 'PATH_OUTSIDE' }] });
  const named = folderWith({ 'campaign.yaml': 'id: a\nguides: [g]\nproducts: [poster]\n' });
  expect((await planOf(loadCampaign(named), { guides: outside })).totals.files).toBe(1);
});

it('tells that a name stands above the address of the guide', async () => {
  const folder = folderWith({
    'campaign.yaml': `id: a\nguides: [g]\nproducts: [poster]\n${places}`,
    'places.csv': 'id,name,address\na,North,\nb,South,2 Main Street\nc,,\n',
  });
  cpSync('guides/heroin-detox', join(folder, 'g'), { recursive: true });
  const text = readFileSync('guides/heroin-detox/guide.yaml', 'utf8');
  writeFileSync(
    join(folder, 'g/guide.yaml'),
    `${text}\npublisher: { name: State, address: 1 Capitol Street }\n`,
  );
  const { problems } = await planOf(loadCampaign(folder));
  expect(problems.map(({ code, place }) => [code, place.line])).toEqual([['PLACE_PUBLISHER_MIXED', 2]]);
});
