import { type Problem, problem } from '../diagnostics/index.ts';
import type { HtmlDocument } from './tree.ts';
import { walk } from './walk.ts';

/** What the writing systems that mix scripts are made of (UAX #24 §2.8; ISO 15924). */
const mixtures: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
  Aran: ['Arab'],
};
/** Told apart in the message; text in any other script is found too. */
const named: readonly string[] = [
  'Latn',
  'Arab',
  'Deva',
  'Cyrl',
  'Grek',
  'Hebr',
  'Thai',
  'Khmr',
  'Laoo',
  'Mymr',
  'Beng',
  'Gujr',
  'Guru',
  'Taml',
  'Telu',
  'Ethi',
  'Armn',
  'Geor',
  'Hang',
  'Kana',
  'Hira',
  'Hani',
];
const fewestLetters = 4;
const mostForeign = 0.6;
/** Addresses of the web and of mail are the same in every language. */
const addresses =
  /(?:https?:\/\/|mailto:|www\.)\S+|[\w.+%-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}|(?<![\p{L}\p{N}])(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?:\/\S*)?(?![\p{L}\p{N}])/giu;
/** Of some scripts: their characters, and letters of others. */
interface ScriptPatterns {
  readonly own: RegExp;
  readonly foreign: RegExp;
}

const patterns = new Map<string, ScriptPatterns>();

function patternsOf(scripts: readonly string[]): ScriptPatterns {
  const key = scripts.join();
  let known = patterns.get(key);
  if (known === undefined) {
    const characters = `${scripts.map((script) => `\\p{Script=${script}}`).join('')}\\p{Script=Common}\\p{Script=Inherited}`;
    known = {
      own: new RegExp(`[${characters}]`, 'u'),
      foreign: new RegExp(`(?![${characters}])\\p{L}`, 'gu'),
    };
    patterns.set(key, known);
  }
  return known;
}

/** The scripts of tags that were asked for, and how many are remembered: V8 takes long to read a tag. */
const scriptsByTag = new Map<string, readonly string[] | undefined>();
const mostTags = 200;

/** The scripts that a language is written in; undefined: none that is known, so nothing can be told. */
function scriptsOf(tag: string): readonly string[] | undefined {
  if (!scriptsByTag.has(tag)) {
    if (scriptsByTag.size >= mostTags) scriptsByTag.clear();
    scriptsByTag.set(tag, readScripts(tag));
  }
  return scriptsByTag.get(tag);
}

function readScripts(tag: string): readonly string[] | undefined {
  const locale = new Intl.Locale(tag);
  const { script } = locale.maximize();
  if (tag === 'und' || tag.startsWith('und-') || script === undefined) return undefined;
  const scripts = mixtures[script] ?? [script];
  try {
    patternsOf(scripts);
    return scripts;
  } catch {
    return undefined;
  }
}

/** Texts most of whose letters are of another script than their `lang` writes (PDF/UA-1 7.2). Acronyms and addresses are exempt. */
export function checkLanguages({ body }: HtmlDocument): Problem[] {
  const problems: Problem[] = [];
  for (const node of walk(body)) {
    if (node.kind !== 'text') continue;
    const { lang } = node.parent;
    const script = otherScript(node.text, lang);
    if (script === undefined) continue;
    problems.push(
      problem(
        'LANGUAGE_UNMARKED',
        `"${node.text.trim().slice(0, 40)}" is marked as ${lang}, but is written in ${script}.`,
        node.origin,
        'Mark the phrase with its language: [phrase](lang:xx).',
      ),
    );
  }
  return problems;
}

/** The script of a text most of whose letters are of another one than a language writes; undefined: they are of its own. */
export function otherScript(text: string, tag: string): string | undefined {
  const scripts = scriptsOf(tag);
  const foreign = scripts && foreignLetter(text, scripts);
  if (foreign === undefined) return undefined;
  return named.find((code) => patternsOf([code]).own.test(foreign)) ?? 'another script';
}

/** False where most letters of a text, however few, are of another script than a language writes. */
export function fitsLanguage(text: string, tag: string): boolean {
  const scripts = scriptsOf(tag);
  return scripts === undefined || foreignLetter(text, scripts, 1) === undefined;
}

/** The first letter of another script where those are most of the letters. */
function foreignLetter(text: string, scripts: readonly string[], fewest = fewestLetters): string | undefined {
  if (scripts.includes('Latn') && isAscii(text)) return undefined;
  const { foreign } = patternsOf(scripts);
  // Nearly no text has one.
  if (text.search(foreign) < 0) return undefined;
  const said = text.replace(addresses, '').replace(/\b[A-Z]{2,}\b/g, '');
  const letters = said.match(/\p{L}/gu)?.length ?? 0;
  const found = said.match(foreign) ?? [];
  return letters >= fewest && found.length > mostForeign * letters ? found[0] : undefined;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
