import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseInline } from '../../src/content/index.ts';
import { parseJson, parseYaml } from '../../src/files/index.ts';
import { mutations, pieces } from './inputs.ts';
import { property } from './property.ts';

const root = join(import.meta.dirname, '../..');
const guide = readFileSync(join(root, 'guides/heroin-detox/guide.yaml'), 'utf8');
const locale = readFileSync(join(root, 'locales/es/heroin-detox.json'), 'utf8');

const yaml = [
  'a: ',
  '- ',
  '? ',
  ': ',
  '\n',
  '  ',
  '    ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '|\n',
  '>-\n',
  '#',
  '&a ',
  '*a',
  '!t ',
];
const json = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"a"',
  '"\\u0061"',
  '"__proto__"',
  '1',
  '-1e9',
  'true',
  'null',
  ' ',
  '\n',
  '"',
  '\\',
];
const marks = [
  '[',
  ']',
  '(',
  ')',
  '*',
  '**',
  '_',
  '`',
  '<',
  '>',
  '\\',
  '![',
  'https://a.b',
  'tel:911',
  'lang:es',
  '<helpline:main>',
  '&amp;',
  'x',
  ' ',
  '\n',
];

export const properties = [
  property(
    'YAML of its own marks',
    pieces([...yaml, '%', '---\n', '...\n', '\t', '\\q', '\u0085', 'x']),
    (text) => parseYaml(text, 'a.yaml'),
  ),
  property('a guide with changes', mutations(guide, yaml), (text) => parseYaml(text, 'a.yaml')),
  property('JSON of its own marks', pieces(json), (text) => parseJson(text, 'a.json')),
  property('a translation with changes', mutations(locale, json), (text) => parseJson(text, 'a.json')),
  property('marks of texts', pieces(marks), (text) => parseInline(text, {})),
];
