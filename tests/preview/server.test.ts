import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Choices } from '../../src/preview/choices.ts';
import type { View } from '../../src/preview/view.ts';
import { proveAgain } from '../../src/proof/index.ts';
import { type Bench, openBench } from './bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const poster = 'view?product=poster';
const view = async (query = poster): Promise<View> => (await bench.get(query)).json();

describe('the door of the preview', () => {
  it('is open to this machine only, to who knows the secret', async () => {
    const { hostname, pathname } = new URL(bench.address);
    expect(hostname).toBe('127.0.0.1');
    expect(pathname.length).toBeGreaterThan(22);
    expect((await bench.get('')).status).toBe(200);
    const host = `localhost:${new URL(bench.address).port}`;
    expect((await bench.get('', { Host: host, Origin: `http://${host}` })).status).toBe(200);
    expect((await bench.get('', { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    for (const path of ['/', '/x/', `${pathname.slice(0, -2)}x/`, pathname.slice(0, -1)])
      expect((await bench.get(path)).status, path).toBe(404);
  });

  it.each([
    ['another name for this machine (DNS rebinding)', { Host: 'evil.example' }, 403],
    ['another port', { Host: '127.0.0.1:1' }, 403],
    ['a request of another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a request of another port of this machine', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['another origin', { Origin: 'https://evil.example' }, 403],
    ['an origin that is hidden', { Origin: 'null' }, 403],
  ])('is shut to %s', async (_, headers, status) => {
    expect((await bench.get('choices', headers)).status).toBe(status);
    expect((await bench.post('undo', {}, headers)).status).toBe(status);
  });

  it('takes what writes only as JSON of its own page, whole and bounded', async () => {
    const before = bench.read();
    expect((await bench.post('form', {}, { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await bench.post('form', '{')).status).toBe(400);
    expect((await bench.post('form', `{}${' '.repeat(63_998)}`)).status).toBe(422);
    expect((await bench.post('form', `{}${' '.repeat(63_999)}`)).status).toBe(400);
    expect((await bench.post('form', { hash: 'x' })).status).toBe(422);
    expect((await bench.post('form', { hash: 'x', values: {}, more: 1 })).status).toBe(422);
    expect((await bench.post('view', {})).status).toBe(404);
    const { hostname, port, pathname } = new URL(bench.address);
    const bare = await fetch(`http://${hostname}:${port}${pathname}undo`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(bare.status).toBe(403);
    const put = await fetch(`${bench.address}form`, { method: 'PUT', body: '{}' });
    expect(put.status).toBe(405);
    expect(bench.read()).toBe(before);
  });

  it.each([
    '../package.json',
    'assets/../../package.json',
    'assets/%2e%2e/%2e%2e/package.json',
    'assets/..%2f..%2fpackage.json',
    'assets/tsconfig.json',
    'assets/main.js/..',
    'assets//etc/passwd',
    'pages/1-1/..%2f0.png',
    'file/../../guide.yaml',
    'constructor',
  ])('leads nowhere outside: %s', async (path) => {
    expect((await bench.get(path)).status).toBe(404);
  });

  it('says of every answer that nothing else may run in it, frame it or keep it', async () => {
    for (const path of ['', 'assets/main.js', 'choices', 'nothing']) {
      const { headers } = await bench.get(path);
      expect(headers['content-security-policy']).toMatch(
        /default-src 'none'.*base-uri 'none'; form-action 'none'/,
      );
      expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cache-control']).toBe('no-store');
    }
  });
});

describe('what the preview gives', () => {
  it('is what there is to choose, own products and themes too, the usual first', async () => {
    const choices: Choices = (await bench.get('choices')).json();
    const made = Object.fromEntries(choices.products.map((product) => [product.id, product]));
    expect(made.starter).toMatchObject({ name: 'Starter', orientations: ['portrait'] });
    expect(made.poster).toMatchObject({ orientations: ['landscape', 'portrait'], isFolded: false });
    expect(made['pamphlet-trifold']!.isFolded).toBe(true);
    expect(choices.themes).toContain('dawn');
    expect(made.handout!.editions).toContain('large-print');
    expect(made.starter!.editions).not.toContain('large-print');
    expect(choices.locales.find(({ tag }) => tag === 'en')!.state).toBe('source');
    expect(choices.locales.find(({ tag }) => tag === 'ar')).toMatchObject({
      state: 'translated',
      direction: 'rtl',
    });
  });

  it('is another thing that there is where a name is none: products go while they are worked on', async () => {
    const { shown } = await view('view?product=gone&locale=xx&paper=a0&edition=no&theme=no&purpose=press');
    expect(shown).toMatchObject({
      locale: 'en',
      paper: 'letter',
      edition: 'standard',
      theme: 'dawn',
      purpose: 'screen',
    });
    expect((await bench.get('view?folders=/etc')).status).toBe(422);
    expect((await view('view?product=handout&edition=large-print')).shown.edition).toBe('large-print');
    expect((await view('view?product=starter&edition=large-print')).shown.edition).toBe('standard');
  });

  it('is the finished file, with its proof, what is read out, and where boxes, lines and folds lie', async () => {
    const made = await view('view?product=pamphlet-trifold&purpose=office');
    expect(made).toMatchObject({ isProved: true, pagesAre: 'finished' });
    const [outside] = made.pages;
    expect(outside!.pages.map(({ name }) => name)).toEqual(
      ['cover', 'flap', 'back'].sort((a, b) => order(a) - order(b)),
    );
    expect(outside!.folds.map(({ x1, y2 }) => [Math.round(x1), y2])).toEqual(
      expect.arrayContaining([[Math.round(outside!.folds[0]!.x1), 612]]),
    );
    expect(outside!.folds).toHaveLength(2);
    expect(outside!.boxes.some(({ element }) => element.startsWith('h1'))).toBe(true);
    expect(outside!.baselines.length).toBeGreaterThan(20);
    const title = made.tagged.find(({ tag }) => tag === 'H1')!;
    expect(title).toMatchObject({
      text: 'What you must know to get through heroin detox',
      language: 'en',
      page: 0,
    });
    expect(title.rect!.width).toBeGreaterThan(100);
    const { body, headers } = await bench.get(`file/${made.id}?save`);
    expect(headers['content-disposition']).toBe(`attachment; filename="${made.file!.name}"`);
    const record = JSON.parse((await bench.get(`proof/${made.id}`)).body.toString('utf8'));
    expect(proveAgain(body, record.expectation, record).verdict).toBe('proved');
  });

  it('is a picture of each page, as large as asked for within bounds', async () => {
    const { id } = await view();
    const at = async (dpi: string) => decode((await bench.get(`pages/${id}/0.png?dpi=${dpi}`)).body).width;
    expect(await at('72')).toBe(792);
    expect(await at('1')).toBe(396);
    expect(await at('99999')).toBe(2420);
    expect(await at('x')).toBe(396);
    for (const path of ['1.png', '0.jpg', '-1.png', '0'])
      expect((await bench.get(`pages/${id}/${path}`)).status, path).toBe(404);
  });
});

const order = (page: string) => ['cover', 'flap', 'inside-1', 'inside-2', 'inside-3', 'back'].indexOf(page);

describe('a guide with faults', () => {
  it('shows the pages that are refused, striped, and gives their file to nobody', async () => {
    const before = bench.read();
    const whole = await view();
    const longer = `line: Support is key. ${'Nobody has to do it alone. '.repeat(40)}`;
    await changing(() => bench.change('line: Support is key.', longer));
    const refused = await view();
    expect(refused).toMatchObject({ isProved: false, pagesAre: 'refused' });
    expect(refused.file).toBeUndefined();
    const [problem] = refused.problems;
    expect(problem).toMatchObject({ severity: 'error', code: 'TEXT_OVERFLOW', place: { page: 'poster' } });
    expect(problem!.place.source).toContain('<');
    expect(problem!.marks[0]).toMatchObject({ sheet: 0 });
    expect(refused.proof?.verdict).toBe('not proved');
    for (const path of [`file/${refused.id}`, `file/${refused.id}?save`, `proof/${refused.id}`])
      expect((await bench.get(path)).status, path).toBe(404);
    const red = async ({ id }: View) => {
      const { data } = decode((await bench.get(`pages/${id}/0.png?dpi=72`)).body);
      let count = 0;
      for (let i = 0; i < data.length; i += 3)
        if (data[i]! > 210 && data[i + 1]! < 150 && data[i + 2]! > 120) count++;
      return count / (data.length / 3);
    };
    expect(await red(whole)).toBe(0);
    expect(await red(refused)).toBeGreaterThan(0.01);
    await changing(() => bench.write(before));
    expect((await view()).isProved).toBe(true);
  });

  it('stands beside the pages that were proved last where it cannot be set, with the line of its fault', async () => {
    const before = bench.read();
    const earlier = await view();
    await changing(() => bench.change('title: What you must know', 'tittle: What you must know'));
    const broken = await view();
    expect(broken).toMatchObject({ isProved: false, pagesAre: 'earlier' });
    expect(broken.file).toBeUndefined();
    expect(broken.pages).toEqual(earlier.pages);
    expect(broken.problems.map(({ code, place }) => [code, place.source])).toContainEqual([
      'CONTENT_INVALID',
      'tittle: What you must know to get through heroin detox',
    ]);
    expect((await bench.get(`pages/${broken.id}/0.png`)).status).toBe(200);
    for (const query of ['', '?save'])
      expect((await bench.get(`file/${broken.id}${query}`)).status).toBe(404);
    await changing(() => bench.write(before));
  });

  it('tells the page that something changed, once for all that is saved together', async () => {
    const before = bench.read();
    let told = '';
    const line = get(`${bench.address}events`, (response) => {
      response.on('data', (chunk: Buffer) => {
        told += chunk.toString('utf8');
      });
    });
    line.on('error', () => {});
    while (!told.includes('retry')) await new Promise((done) => setTimeout(done, 10));
    await changing(() => {
      bench.write(`${before}# more\n`);
      appendFileSync(join(bench.templates, 'starter/style.css'), '.more { color: var(--ink); }\n');
    });
    await new Promise((done) => setTimeout(done, 300));
    expect(told.match(/event: changed/g)).toHaveLength(1);
    await changing(() => bench.write(before));
    line.destroy();
  });

  it('marks a text where it is said', async () => {
    const { problems, pages } = await view('view?product=pamphlet-trifold');
    const found = problems.find(({ code }) => code === 'READING_LEVEL')!;
    const [{ sheet, rect }] = found.marks as [(typeof found.marks)[number]];
    expect(pages[sheet]!.baselines.some(({ y1 }) => y1 > rect.y && y1 < rect.y + rect.height)).toBe(true);
    expect(rect.height).toBeLessThan(40);
  });
});

describe('the form', () => {
  const values = { display: '800-315-1376', dial: '+18003151376', name: '', address: '', web: '', logo: '' };
  const hash = async (): Promise<string> => ((await bench.get('form')).json() as { hash: string }).hash;

  it('writes what differs into the guide and nothing else, and undoes it', async () => {
    const before = bench.read();
    const sent = { ...values, name: 'Rivers: County', web: 'https://example.org' };
    expect((await bench.post('form', { hash: await hash(), values: sent })).status).toBe(200);
    const written = bench.read();
    expect(written).toBe(`${before}publisher:\n  name: "Rivers: County"\n  web: https://example.org\n`);
    expect((await bench.post('undo', {})).status).toBe(200);
    expect(bench.read()).toBe(before);
  });

  it('writes nothing that is no guide then, nothing over another hand’s change, and undoes no other hand’s', async () => {
    const before = bench.read();
    const wrong = await bench.post('form', {
      hash: await hash(),
      values: { ...values, dial: '+18003151375' },
    });
    expect(wrong.status).toBe(422);
    expect((wrong.json() as View).problems[0]).toMatchObject({
      code: 'HELPLINE_INVALID',
      place: { key: 'helplines.main.dial' },
    });
    for (const logo of ['../../logo.svg', '/etc/passwd', 'nowhere.svg'])
      expect(
        (await bench.post('form', { hash: await hash(), values: { ...values, name: 'A', logo } })).status,
      ).toBe(422);
    expect(bench.read()).toBe(before);
    const old = await hash();
    bench.change('# The guide that ships', '# A guide that ships');
    expect((await bench.post('form', { hash: old, values: { ...values, name: 'A' } })).status).toBe(422);
    expect(
      (await bench.post('form', { hash: await hash(), values: { ...values, name: 'A B' } })).status,
    ).toBe(200);
    bench.change('# A guide that ships', '# The guide that ships');
    expect((await bench.post('undo', {})).status).toBe(422);
    bench.write(before);
  });

  it('puts a picture that can be printed into the guide’s folder, over no other, and writes it as the logo', async () => {
    const before = bench.read();
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z" fill="#0b5f59"/></svg>';
    const put = (name: string, content: string, type = 'application/octet-stream') =>
      bench.post(`logo?name=${encodeURIComponent(name)}`, content, { 'Content-Type': type });
    for (const [name, content] of [
      ['logo.svg', '<svg><script/></svg>'],
      ['logo.gif', svg],
      ['logo', svg],
      ['guide.yaml', svg],
    ])
      expect((await put(name!, content!)).status, name).toBe(422);
    expect((await put('logo.svg', svg, 'application/json')).status).toBe(415);
    expect((await put('logo.svg', `${svg}${' '.repeat(4_000_000)}`)).status).toBe(400);
    const put1 = await put('../../Our Logo (2).SVG', svg);
    expect(put1.json()).toEqual({ name: 'our-logo-2.svg' });
    expect(readFileSync(join(bench.folder, 'our-logo-2.svg'), 'utf8')).toBe(svg);
    expect((await put('our-logo-2.svg', svg)).status).toBe(200);
    expect((await put('our-logo-2.svg', svg.replace('0b5f59', '000000'))).status).toBe(422);
    const sent = { ...values, name: 'Rivers County', logo: 'our-logo-2.svg' };
    expect((await bench.post('form', { hash: await hash(), values: sent })).status).toBe(200);
    expect((await view('view?product=starter')).isProved).toBe(true);
    bench.write(before);
  });

  it('writes a theme of two colours that stand out from each other, and pages are printed in it', async () => {
    const file = join(bench.templates, 'themes/heroin-detox.css');
    const faint = await bench.post('colours', { ink: '#777777', accent: '#f7b538' });
    expect((faint.json() as View).problems.map(({ code }) => code)).toContain('THEME_CONTRAST');
    for (const ink of ['red', '#12', '#123456; } * { color: red', 'url(x)'])
      expect((await bench.post('colours', { ink, accent: '#f7b538' })).status).toBe(422);
    expect(() => readFileSync(file)).toThrow();
    let theme = '';
    await changing(async () => {
      const colours = { ink: '#10243a', accent: '#8fd3c8' };
      theme = ((await bench.post('colours', colours)).json() as { theme: string }).theme;
    });
    expect(theme).toBe('heroin-detox');
    expect(readFileSync(file, 'utf8')).toMatch(/--accent: #8fd3c8;/i);
    expect(await view(`${poster}&theme=${theme}`)).toMatchObject({ isProved: true, shown: { theme } });
    writeFileSync(file, readFileSync(file, 'utf8').replace('--band: straight', '--band: hill /* ours */'));
    await bench.post('colours', { ink: '#10243a', accent: '#f7b538' });
    expect(readFileSync(file, 'utf8')).toMatch(/--accent: #F7B538;[\s\S]*--band: hill \/\* ours \*\//i);
    await bench.post('undo', {});
    expect(readFileSync(file, 'utf8')).toMatch(/--accent: #8fd3c8;/i);
  });
});

/** Changes files, and waits until the preview has seen it, and nothing more comes. */
async function changing(work: () => unknown): Promise<void> {
  const revision = async () => (await view()).id.split('-')[0];
  const before = await revision();
  await work();
  let last = before;
  for (let calm = 0; calm < 6; await new Promise((done) => setTimeout(done, 40))) {
    const now = await revision();
    calm = now !== before && now === last ? calm + 1 : 0;
    last = now;
  }
}
