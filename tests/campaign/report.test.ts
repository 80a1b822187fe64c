/** The campaign's proof: every number once, what failed and why, what must be looked at, and what another reader found. */
import { expect, it } from 'vitest';
import type {
  Entry,
  FailedEntry,
  MadeEntry,
  Plan,
  Row,
  Store,
  StoredFile,
} from '../../src/campaign/index.ts';
import { writeReport } from '../../src/campaign/index.ts';
import { outcomesOf } from '../../src/campaign/make/outcomes.ts';
import { contactsOf } from '../../src/campaign/report/contact-sheets.ts';
import { numbersCsv } from '../../src/campaign/report/report-csv.ts';
import { reportOf } from '../../src/campaign/report/report-data.ts';
import { reportPapers } from '../../src/campaign/report/report-paper.ts';
import { chosenFiles, readAgain } from '../../src/campaign/report/second-reader.ts';
import { declaredNumbers, loadGuide } from '../../src/content/index.ts';
import { Press } from '../../src/press/index.ts';
import { inspect } from '../../src/proof/index.ts';
import { bench, guideFolder, madeEntry, numbersOfGuide, outOf, rowOf, sha } from './rows.ts';

const guide = loadGuide(guideFolder);
const emergency = { display: '911', dial: '911', printings: 1 };
const number = (n: number, printings = 3) => ({
  display: `202-555-01${String(n).padStart(2, '0')}`,
  dial: `+120255501${String(n).padStart(2, '0')}`,
  printings,
});

const planOf = (rows: readonly Row[]): Plan => ({
  id: 'clinics',
  folder: '/nowhere',
  batches: [{ id: 'a', kind: 'patched', rows }],
  totals: {} as Plan['totals'],
  numbers: numbersOfGuide(),
  problems: [],
});
const made = (row: Row, numbers: MadeEntry['numbers'], more: Partial<MadeEntry> = {}): MadeEntry =>
  madeEntry(row.file, { input: row.input, pages: 2, numbers, ...more }) as MadeEntry;
const failed = ({ file, input }: Row, message = 'It is too long.'): FailedEntry => ({
  outcome: 'failed',
  file,
  input,
  problems: [{ code: 'TEXT_OVERFLOW', message, hint: 'Shorten it.' }],
});
const sources = (data = guide.data, asOf = '2026-11-26') => ({
  guideOf: () => ({ ...guide, data }),
  locales: 'locales',
  asOf,
});

class Shelf implements Store {
  readonly files = new Map<string, StoredFile>();
  async put(files: readonly StoredFile[]) {
    for (const file of files) this.files.set(file.name, file);
  }
  async head(name: string) {
    const file = this.files.get(name);
    return file && { bytes: file.content.length };
  }
  async get(name: string) {
    return this.files.get(name)?.content;
  }
  async *list(prefix: string) {
    for (const name of this.files.keys()) if (name.startsWith(prefix)) yield name;
  }
  async close() {}
  text(name: string): string {
    return Buffer.from(this.files.get(name)!.content).toString('utf8');
  }
}

/** Where every file is, as long as its line says. */
class Full extends Shelf {
  override async head() {
    return { bytes: 60_000 };
  }
}
const saidOf = async (plan: Plan, entries: readonly Entry[], store: Store = new Full()) =>
  (await outcomesOf(plan, outOf(store, entries))).of;

const [a, b, c] = [
  rowOf('north', '202-555-0101'),
  rowOf('south', '202-555-0101'),
  rowOf('east', '202-555-0103'),
];

it('counts what became of each row, by the last that was said of it with its input', async () => {
  const plan = planOf([a, b, c]);
  const said: Entry[] = [
    failed(a),
    made(a, [number(1)]),
    { ...made(b, [number(1)]), input: sha('another') },
    failed(c, 'first'),
    failed(c, 'last'),
    made(rowOf('gone', undefined), [number(9)]),
  ];
  const outcomes = await saidOf(plan, said);
  const { totals, failed: told } = reportOf(plan, outcomes, sources());
  expect(totals).toMatchObject({ planned: 3, made: 1, failed: 1, open: 1, pages: 2 });
  expect(told).toEqual([
    { file: c.file, place: 'east', problems: [expect.objectContaining({ message: 'last' })] },
  ]);
});

it('counts as made what is there as its last line says, with the numbers of its row', async () => {
  const plan = planOf([a]);
  const right = made(a, [number(1), emergency]);
  const told = async (entries: readonly Entry[], store: Store = new Full()) => {
    const { of, problems } = await outcomesOf(plan, outOf(store, entries));
    return [of.get(a.file)?.outcome, ...problems.map(({ code, severity }) => `${severity} ${code}`)];
  };
  expect(await told([right])).toEqual(['made']);
  expect(await told([right, failed(a)])).toEqual(['failed']);
  // The number was changed, and changed back: what is there is of the number between.
  expect(await told([right, made(a, [number(2)], { input: sha('between') })])).toEqual([undefined]);
  expect(await told([right], new Shelf())).toEqual([undefined, 'error CAMPAIGN_FILE_CHANGED']);
  for (const numbers of [
    [number(2)],
    [{ ...number(1), display: '202-555-0102' }],
    [{ ...number(1), dial: '+12025550102' }],
    [number(1), { display: '912', dial: '912', printings: 1 }],
    [emergency],
    [],
  ])
    expect(await told([made(a, numbers)])).toEqual([undefined, 'warning CAMPAIGN_MANIFEST']);
  expect(await told([made(a, [number(2)]), right])).toEqual(['made', 'warning CAMPAIGN_MANIFEST']);
});

it('says of a number that takes messages that nobody is to call it', async () => {
  const data = {
    ...guide.data,
    helplines: { main: { ...guide.data.helplines.main, text: { to: '741741' } } },
  } as typeof guide.data;
  const message = { display: '741741', dial: '741741', printings: 1 };
  const plan = { ...planOf([a]), numbers: { [guideFolder]: declaredNumbers(data) } };
  const outcomes = await saidOf(plan, [made(a, [number(1), message])]);
  const report = reportOf(plan, outcomes, sources(data));
  expect(numbersCsv(report)).toContain('\r\n741741,sms:741741,');
  expect(numbersCsv(report)).toContain('\r\n202-555-0101,tel:+12025550101,');
});

it('has every number once, with the files and places that carry it, the most printed first', async () => {
  const named = rowOf('west', '202-555-0104', {
    place: { id: 'west', helpline: number(4), publisher: { name: 'West Clinic' } },
    quantity: 20,
  });
  const plan = planOf([a, b, c, named]);
  const entries = [
    made(a, [number(1), emergency]),
    made(b, [number(1, 2), emergency]),
    made(c, [number(3), emergency]),
    made(named, [number(4), emergency]),
  ];
  const report = reportOf(plan, await saidOf(plan, entries), sources());
  expect(
    report.numbers.map(({ display, kind, files, printings, places }) => [
      display,
      kind,
      files,
      printings,
      places,
    ]),
  ).toEqual([
    [
      '911',
      'emergency',
      4,
      4,
      [{ id: 'north' }, { id: 'south' }, { id: 'east' }, { id: 'west', name: 'West Clinic' }],
    ],
    [number(1).display, 'helpline', 2, 5, [{ id: 'north' }, { id: 'south' }]],
    [number(3).display, 'helpline', 1, 3, [{ id: 'east' }]],
    [number(4).display, 'helpline', 1, 3, [{ id: 'west', name: 'West Clinic' }]],
  ]);
  expect(report.totals).toMatchObject({ numbers: 4, places: 4, copies: 23, impressions: 46 });
  expect(report.byLocale).toEqual({ en: { poster: 4 } });
});

it.each([
  [undefined, '2026-11-26', 'never'],
  [{}, '2026-11-26', 'without a next date'],
  [{ next: '2026-11-25' }, '2026-11-26', 'expired'],
  [{ next: '2026-11-26' }, '2026-11-26', 'expires soon'],
  [{ next: '2027-02-24' }, '2026-11-26', 'expires soon'],
  [{ next: '2027-02-25' }, '2026-11-26', 'in date'],
])('tells a review %j on %s as %s', (given, asOf, state) => {
  const review = given && { by: 'A. Reader', on: '2026-01-01', ...given };
  const data = { ...guide.data, review };
  expect(reportOf(planOf([a]), new Map(), sources(data as typeof guide.data, asOf)).reviews).toMatchObject([
    { state },
  ]);
});

it('counts drafts by language, and the files of each warning', async () => {
  const draft = { ...a, file: 'es.pdf', setting: { ...a.setting, locale: 'es' } };
  const plan = planOf([a, draft]);
  const entries = [
    made(a, [number(1)]),
    made(draft, [number(1)], { translation: 'machine-draft', warnings: ['TRANSLATION_DRAFT'] }),
  ];
  const { translations, warnings } = reportOf(plan, await saidOf(plan, entries), sources());
  expect(translations.map(({ locale, status, files }) => [locale, status, files])).toEqual([
    ['en', 'source', 1],
    ['es', 'machine-draft', 1],
  ]);
  expect(warnings).toEqual([
    { code: 'TRANSLATION_DRAFT', meaning: expect.stringContaining('no person'), files: 1 },
  ]);
});

it('writes a table that no spreadsheet damages or runs', () => {
  const place = { id: 'x', name: '=HYPERLINK("http://a.example")' };
  const csv = numbersCsv({
    numbers: [
      {
        ...number(1),
        kind: 'helpline',
        files: 2,
        printings: 6,
        places: [place, { id: 'y', name: 'A, "B"' }],
      },
    ],
  });
  expect(csv.startsWith('\ufeffnumber,dials,')).toBe(true);
  expect(csv.split('\r\n')[1]).toBe(
    `${number(1).display},tel:${number(1).dial},2,6,x y,"'=HYPERLINK(""http://a.example""); A, ""B""",,,`,
  );
});

it('chooses about every hundredth file for the second reader, and one of each language or more, always the same', () => {
  const rows = Array.from({ length: 2000 }, (_, i) => rowOf(`p-${i}`, undefined));
  const lone = {
    ...rowOf('lone', undefined),
    file: 'th/lone.pdf',
    setting: { ...rows[0]!.setting, locale: 'th' },
  };
  const entries = new Map([...rows, lone].map((row) => [row.file, made(row, [])]));
  const chosen = chosenFiles(planOf([...rows, lone]), entries).map(({ file }) => file);
  expect(chosen).toContain(lone.file);
  expect(chosen.length).toBeGreaterThan(10);
  expect(chosen.length).toBeLessThan(40);
  const turned = chosenFiles(planOf([lone, ...rows.toReversed()]), entries).map(({ file }) => file);
  expect(turned.toSorted()).toEqual(chosen.toSorted());
  entries.delete(lone.file);
  expect(chosenFiles(planOf([lone]), entries)).toEqual([]);
});

it('has a file read by another reader, and says what is wrong with it', async () => {
  const { press, plates } = bench();
  const { bytes, proof } = press.print(plates.of(a), a.impression);
  const shelf = new Shelf();
  const entry = { ...made(a, [number(1)]), sha256: sha(bytes) };
  const put = (name: string, content: Uint8Array | string) =>
    shelf.put([{ name, content: Buffer.from(content), sha256: '' }]);
  expect(await readAgain(entry, shelf)).toMatchObject({ passed: false, detail: 'It is not there.' });
  await put(a.file, bytes);
  expect(await readAgain(entry, shelf)).toMatchObject({ passed: false, detail: 'Its proof is not there.' });
  const record = a.file.replace('.pdf', '.proof.json');
  await put(record, JSON.stringify(proof));
  expect(await readAgain(entry, shelf)).toMatchObject({
    passed: true,
    detail: expect.stringContaining('202-555-0101'),
  });
  expect(await readAgain({ ...entry, sha256: sha('other') }, shelf)).toMatchObject({ passed: false });
  const other = { display: '202-555-0199', uri: 'tel:+12025550199' };
  const helpline = { ...proof.expectation!.helpline, ...other };
  await put(
    record,
    JSON.stringify({ ...proof, expectation: { ...proof.expectation!, helpline, numbers: [other] } }),
  );
  expect(await readAgain(entry, shelf)).toMatchObject({
    passed: false,
    detail: expect.stringContaining('does not read'),
  });
});

it('prints the numbers on a proved paper, each a link, places in the faces of their scripts', async () => {
  const arabic = rowOf('w', '202-555-0104', {
    place: { id: 'w', helpline: number(4), publisher: { name: 'مركز الصحة' } },
  });
  // Its letters are set smaller than others of the same size.
  const armenian = rowOf('h', '202-555-0105', {
    place: { id: 'h', helpline: number(5), publisher: { name: 'Կլինիկա' } },
  });
  const rows = [a, c, arabic, armenian, { ...b, file: 'failed.pdf' }];
  const shelf = new Full();
  const entries = [
    made(a, [number(1), emergency]),
    made(c, [number(3), emergency]),
    made(arabic, [number(4), emergency]),
    made(armenian, [number(5), emergency]),
    failed({ ...b, file: 'failed.pdf' }, '"Клиника" and "Բաժին" are too long.'),
  ];
  const plan = { ...planOf(rows), folder: guideFolder };
  const { files, problems, report } = await writeReport(
    {
      ...plan,
      batches: [{ id: 'a', kind: 'set', rows: rows.map((row) => ({ ...row, guide: 'heroin-detox' })) }],
    },
    outOf(shelf, entries),
    { asOf: '2026-11-26' },
  );
  expect(problems).toEqual([]);
  expect(files).toEqual([
    'campaign.proof.json',
    'campaign.numbers.csv',
    'campaign.report.pdf',
    'campaign.contact.en.pdf',
  ]);
  const contact = inspect(shelf.files.get('campaign.contact.en.pdf')!.content);
  expect(contact.tags).toContain('Figure alt="Poster, letter, in English: the first page, in small"');
  // One file a product, with the number of that file as text; the pictures hold none.
  expect(contact.text.match(/202-555-\d{4}/g)).toEqual(['202-555-0101']);
  expect(JSON.parse(shelf.text('campaign.proof.json'))).toEqual(report);
  const { text, tags, metadata } = inspect(shelf.files.get('campaign.report.pdf')!.content);
  for (const said of [
    '202-555-0101',
    '202-555-0103',
    '202-555-0104',
    'مركز الصحة',
    'Կլինիկա',
    'Клиника',
    'Բաժին',
    'failed.pdf',
    'TEXT_OVERFLOW',
  ])
    expect(text).toContain(said);
  expect(text.match(/202-555-0101/g)).toHaveLength(1);
  expect(text).toContain('Do not call: compare the digits');
  expect(tags).toMatch(/lang=ar/);
  expect(metadata.record.product).toBe('campaign-report');
});

it('has six pages in small on a contact sheet, and the others on the next', () => {
  const rows = Array.from({ length: 7 }, (_, i) => rowOf(`p${i}`, '202-555-0101')).map((row, i) => ({
    ...row,
    setting: { ...row.setting, theme: `t${i}` },
  }));
  const entries = new Map(rows.map((row) => [row.file, made(row, [number(1)])]));
  const sheets = (of: readonly Row[]) =>
    contactsOf(planOf(of), entries).map(({ locale, part, rows }) => [locale, part, rows.length]);
  expect(sheets(rows.slice(1))).toEqual([['en', 1, 6]]);
  expect(sheets(rows)).toEqual([
    ['en', 1, 6],
    ['en', 2, 1],
  ]);
});

it('prints what is told of files without their numbers, which stand in the list alone', async () => {
  const press = new Press();
  const plan = planOf([a, c]);
  // What failed may say a number that no file has: nobody is to call it from here.
  const entries = [
    made(a, [number(1)]),
    failed(c, 'It shows 202-555-0101 and 1-202-555-0148 on 2026-11-28, +44 20 7946 0958 ext. 22 at 57.5 pt.'),
  ];
  const report = {
    ...reportOf(plan, await saidOf(plan, entries), sources()),
    secondReader: [
      { file: a.file, passed: true, checked: true, detail: 'pdf.js reads 202-555-0101 on 1 page.' },
    ],
  };
  const [paper] = reportPapers(report, guide, 'letter', (name) => press.nameParts(name));
  expect(press.workingPaper(paper!).proof.passed).toBe(true);
  const told = [...paper!.everyday];
  expect(told).toContain('Right: pdf.js reads ...0101 on 1 page.');
  expect(told).toContain(
    'It shows ...0101 and ...0148 on 2026-11-28, ...0958 ext. 22 at 57.5 pt. Shorten it.',
  );
  expect(told.filter((text) => text.includes('202-555'))).toEqual(['202-555-0101']);
  press.close();
});

it('prints why nothing was made, and that nothing was', async () => {
  const press = new Press();
  const plan = planOf([a]);
  for (const entries of [[failed(a, 'It is too long.')], []]) {
    const report = { ...reportOf(plan, await saidOf(plan, entries), sources()), secondReader: [] };
    const [paper] = reportPapers(report, guide, 'letter', (name) => press.nameParts(name));
    expect(press.workingPaper(paper!).proof.passed).toBe(true);
  }
  press.close();
});

it('goes on with many numbers on further papers, none of them twice', () => {
  const all = Array.from({ length: 801 }, (_, i) => ({
    display: `202-55${i % 10}-${1000 + i}`,
    dial: `+120255${i % 10}${1000 + i}`,
    kind: 'helpline' as const,
    files: 1,
    printings: 1,
    places: [],
  }));
  const report = { ...reportOf(planOf([a]), new Map(), sources()), numbers: all, secondReader: [] };
  const papers = reportPapers(report, guide, 'letter', () => undefined);
  expect(papers.map(({ numbers }) => numbers.length)).toEqual([400, 400, 1]);
  expect(papers.flatMap(({ numbers }) => numbers.map(({ dial }) => dial))).toEqual(
    all.map(({ dial }) => dial),
  );
});

it.each(['letter', 'a4'] as const)('has room for each number that a file can show, on %s', (paper) => {
  const displays = [
    '1-800-662-HELP (4357)',
    '1.800.799.SAFE (7233)',
    '1-800-MEDICARE (1-800-633-4227)',
    '800-315-1376 ext. 5555555',
    '+41 (0) 22 345 20 20',
    '+49 30 259 37 95-12345',
    '88888888888888888888',
    '8888888888888',
    '+222 222 222 222 2',
    'WWWWWWWWWWWWWWW (999999999999999)',
  ];
  const press = new Press();
  const found = reportOf(planOf([a]), new Map(), sources());
  const calls = displays.map((display, i) => ({
    display,
    dial: `+1202555${1000 + i}`,
    kind: 'helpline' as const,
    files: 1,
    printings: 3,
    places: [{ id: 'a' }],
  }));
  for (const call of calls) {
    const [one] = reportPapers(
      { ...found, numbers: [call], secondReader: [] },
      guide,
      paper,
      () => undefined,
    );
    // That it dials something else than it shows is told; that it has no room would be told before.
    expect(() => press.workingPaper(one!), call.display).not.toThrow(/room|overflow/i);
  }
  press.close();
});

it('refuses a paper that lost a number, and says so', () => {
  const press = new Press();
  const [paper] = reportPapers(
    { ...reportOf(planOf([a]), new Map(), sources()), numbers: [], secondReader: [] },
    guide,
    'letter',
    () => undefined,
  );
  expect(() => press.workingPaper({ ...paper!, numbers: [number(1)] })).toThrow(/202-555-0101 is not there/);
  press.close();
});
