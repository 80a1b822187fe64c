import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { sourceHash, survey } from '../../src/locale/index.ts';
import { changed } from '../content/folder.ts';

const shipped = join(import.meta.dirname, '../../locales');

/** What is found of a translation of a small guide into Spanish, of which these files are there. */
function found(files: Readonly<Record<string, string>>, ...changes: readonly (readonly [string, string])[]) {
  const guide = loadGuide(changed(...changes));
  const folder = mkdtempSync(join(tmpdir(), 'survey-'));
  for (const tag of ['en', 'es'])
    cpSync(join(shipped, tag, 'press.json'), join(folder, tag, 'press.json'), { recursive: true });
  mkdirSync(join(folder, 'es'), { recursive: true });
  for (const [ending, content] of Object.entries(files))
    writeFileSync(join(folder, 'es', `${guide.data.id}.${ending}`), content);
  const { state, unreadable, textProblems } = survey('es', guide, folder);
  return {
    guide,
    state,
    unreadable: unreadable.map(({ code }) => code),
    textProblems,
    isUnknown: textProblems.some(({ message }) => message.startsWith('Nobody knows')),
  };
}
const draft = JSON.stringify({ status: 'machine-draft', keys: {} });

describe('a translation as it is', () => {
  it.each([
    ['none of its files', {}, undefined, [], false],
    ['its texts alone', { json: '{}' }, undefined, [], true],
    ['its state alone', { 'state.json': draft }, 'machine-draft', [], false],
    ['both', { json: '{}', 'state.json': draft }, 'machine-draft', [], false],
    ['texts that are no JSON', { json: '{', 'state.json': draft }, 'machine-draft', ['JSON_SYNTAX'], false],
    ['a state that is no JSON', { json: '{}', 'state.json': '{' }, undefined, ['JSON_SYNTAX'], false],
  ])('is told with %s', (_, files, status, unread, isUnknown) => {
    const { guide, state, unreadable, textProblems, isUnknown: isTold } = found(files);
    expect([state?.status, unreadable, isTold]).toEqual([status, unread, isUnknown]);
    const missing = textProblems.filter(({ code }) => code === 'TRANSLATION_MISSING');
    expect(missing.map(({ place }) => place.key)).toEqual([...guide.texts.keys()]);
  });

  it('says the state’s own fault as one of the texts', () => {
    const { state, unreadable, textProblems } = found({ 'state.json': '{"status": "ready"}' });
    expect([state, unreadable]).toEqual([undefined, []]);
    expect(textProblems[0]?.code).toBe('TRANSLATION_BROKEN');
  });

  it('quotes 80 characters of a source', () => {
    const [long, start] = ['Go well. '.repeat(12).trim(), 'Go well. '.repeat(9).slice(0, 80)];
    const hintOf = (files: Readonly<Record<string, string>>, code: string) => {
      const { guide, textProblems } = found(files, ['Go well.', long]);
      const key = [...guide.texts].find(([, { text }]) => text === long)![0];
      const told = textProblems.find((one) => one.code === code && one.place.key === key);
      return { key, hint: told?.hint };
    };
    const { key, hint } = hintOf({}, 'TRANSLATION_MISSING');
    expect(hint).toBe(`Translate: ${start}`);
    const texts = JSON.stringify(
      key.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), 'Que le vaya bien.'),
    );
    const keys = (source: string) =>
      JSON.stringify({ status: 'human-draft', keys: { [key]: sourceHash(source) } });
    expect(hintOf({ json: texts, 'state.json': keys('Go.') }, 'TRANSLATION_STALE').hint).toBe(
      `Translate anew, by translations export and import: ${start}`,
    );
    expect(hintOf({ json: texts, 'state.json': keys(long) }, 'TRANSLATION_STALE').hint).toBeUndefined();
  });
});
