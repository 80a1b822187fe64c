import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import { command } from '../press/workshop.ts';
import { type Desk, detox, openDesk } from './desk.ts';

const guide = loadGuide(detox);
const sign = ['--status', 'reviewed', '--by', 'Ana Ruiz', '--on', '2026-12-01'] as const;

/** A review says of words that a person read them: of those words, and of no others. */
describe('a reviewed translation', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = openDesk();
    expect((await desk.take('es', await desk.send('es', 'po'), ...sign)).code).toBe(0);
  });
  afterEach(() => desk.clear());

  it('is a draft again when a word of the products changes', async () => {
    const file = await desk.send('es', 'po');
    desk.edit(file, '¿Quién contesta?', '¿Quién atiende?');
    expect((await desk.take('es', file)).err).toContain('is now: human-draft');
  });

  it('is a draft again when the products’ words changed by other ways', () => {
    desk.edit(join(desk.locales, 'es/press.json'), '¿Quién contesta?', '¿Quién atiende?');
    expect(loadLocale('es', guide, desk.locales).translation).toEqual({ status: 'human-draft' });
  });

  it('is a draft again when its source changed, whoever says that it holds', async () => {
    // The source as it was: a fingerprint that differs stands for it.
    desk.edit(join(desk.locales, 'es/heroin-detox.state.json'), /"kicker": "[0-9a-f]+"/, '"kicker": "0"');
    const file = await desk.send('es', 'po');
    expect((await desk.take('es', file)).code).toBe(1);
    desk.edit(file, '#, fuzzy\n', '');
    expect((await desk.take('es', file)).err).toContain(
      '0 texts changed; the translation is now: human-draft',
    );
  });

  it('has a name to it that can be read', async () => {
    const file = await desk.send('es', 'po');
    for (const by of ['\u202eziuR', 'Ana\u2028Ruiz', '\u200b', '123']) {
      const flags = ['--status', 'reviewed', '--by', by, '--on', '2026-12-01'];
      expect((await desk.take('es', file, ...flags)).code).toBe(2);
    }
    for (const by of ['ليلى حداد', 'علی\u200cرضا', '田中花子']) {
      const flags = ['--status', 'reviewed', '--by', by, '--on', '2026-12-01'];
      expect((await desk.take('es', file, ...flags)).code).toBe(0);
    }
  });

  it('is not printed for handing out when nobody read it as it is', async () => {
    const print = () =>
      command(
        'print',
        detox,
        '--locale',
        'es',
        '--product',
        'poster',
        '--for',
        'office',
        '--out',
        desk.folder,
      );
    expect(loadLocale('es', guide, desk.locales).translation.status).toBe('reviewed');
    // The shipped draft, which the command prints, is not this one.
    expect((await print()).err).toContain('TRANSLATION_DRAFT');
  });
});

/** A tool says of a text that it is not finished: it is not taken for a translation. */
describe('a text that is marked as not finished', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
  });
  afterEach(() => desk.clear());

  const refused = async (file: string, locale = 'es') => {
    const { code, err } = await desk.take(locale, file);
    expect(code).toBe(1);
    return err;
  };

  it('is refused as PO: a guess of the tool', async () => {
    const file = await desk.send('es', 'po');
    desk.edit(file, 'msgctxt "guide:kicker"', '#, fuzzy\nmsgctxt "guide:kicker"');
    desk.edit(file, 'Cinco cosas que ayudan', 'Cinco ideas');
    expect(await refused(file)).toContain('"guide:kicker" is marked as not finished.');
  });

  it.each(['new', 'needs-translation', 'needs-adaptation', 'needs-l10n'])(
    'is refused as XLIFF: %s',
    async (state) => {
      const file = await desk.send('es', 'xliff');
      const text = readFileSync(file, 'utf8');
      const at = text.indexOf('<target', text.indexOf('id="guide:kicker"'));
      writeFileSync(
        file,
        text.slice(0, at) + text.slice(at).replace('state="translated"', `state="${state}"`),
      );
      expect(await refused(file)).toContain('"guide:kicker" is marked as not finished.');
    },
  );

  it('is taken where the mark is the one that we sent, and the text is new', async () => {
    desk.edit(join(desk.locales, 'es/heroin-detox.json'), '"Cinco cosas que ayudan"', '""');
    for (const format of ['xliff', 'csv', 'json']) {
      const file = await desk.send('es', format);
      const text = readFileSync(file, 'utf8');
      const filled =
        format === 'xliff'
          ? text.replace(
              /(id="guide:kicker"[\s\S]*?<target state="needs-translation")(?:\/>|><\/target>)/,
              '$1>Cinco cosas</target>',
            )
          : format === 'csv'
            ? text.replace(/(guide:kicker,Five things that help,)(,missing)/, '$1Cinco cosas$2')
            : text.replace(/("key": "guide:kicker",\s+"source": "[^"]+",\s+"target": ")"/, '$1Cinco cosas"');
      expect(filled).not.toBe(text);
      writeFileSync(file, filled);
      const { code, err } = await desk.take('es', file);
      expect(err).not.toContain('error');
      expect(code).toBe(0);
      desk.edit(join(desk.locales, 'es/heroin-detox.json'), '"Cinco cosas"', '""');
    }
  });

  it('is refused where the whole file is in the language of the source', async () => {
    const file = await desk.send('es', 'json');
    const { units, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
    const english = units.map((unit: { source: string }) => ({ ...unit, target: unit.source }));
    writeFileSync(file, JSON.stringify({ ...rest, units: english }));
    expect(await refused(file)).toContain('"guide:opening.hard" is still the source’s text.');
  });
});
