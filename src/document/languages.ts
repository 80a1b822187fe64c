import { type Problem, problem } from '../diagnostics/index.ts';
import { isEveryday } from '../letters/index.ts';
import type { Direction, DocumentElement, HtmlDocument } from './tree.ts';
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
/** Of some scripts: their characters, their letters, and letters of others. */
interface ScriptPatterns {
  readonly own: RegExp;
  readonly foreign: RegExp;
  /** A letter of theirs. */
  readonly letter: RegExp;
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
      letter: new RegExp(`(?=\\p{L})[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u'),
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

/** Scripts that are written from right to left (UAX #9), of those that languages of today are written in. */
const rightToLeft = /^(?:Adlm|Arab|Hebr|Mand|Mend|Nkoo|Rohg|Samr|Syrc|Thaa|Yezi)$/;
/** Regions that ISO 3166 leaves to whoever uses them: text for trying out layouts, in either direction. */
const madeUp = /^X[A-Z]$/;

/** Directions of tags that were asked for; undefined: nothing can be told. */
const directions = new Map<string, Direction | undefined>();

function directionOf(tag: string): Direction | undefined {
  if (!directions.has(tag)) {
    if (directions.size >= mostTags) directions.clear();
    directions.set(tag, readDirection(tag));
  }
  return directions.get(tag);
}

function readDirection(tag: string): Direction | undefined {
  const scripts = scriptsOf(tag);
  if (scripts === undefined || madeUp.test(new Intl.Locale(tag).region ?? '')) return undefined;
  return rightToLeft.test(scripts[0]!) ? 'rtl' : 'ltr';
}

/**
 * Elements that say another direction than their language is written in, where they hold letters of it: signs and numbers stand in
 * another order then, “5 – 10 mg” as “mg 10 – 5”.
 */
export function checkDirections({ root }: HtmlDocument): Problem[] {
  const told = new Map<DocumentElement, Problem>();
  for (const node of walk(root)) {
    if (node.kind !== 'text') continue;
    const { lang, dir } = node.parent;
    const wanted = directionOf(lang);
    if (wanted === undefined || wanted === dir || !patternsOf(scriptsOf(lang)!).letter.test(node.text))
      continue;
    const said = declaring(node.parent);
    // A phrase in another language, within a direction that is right for what is around it, is no fault of that.
    if (said === undefined || told.has(said) || directionOf(said.lang) === dir) continue;
    told.set(
      said,
      problem(
        'HTML_ATTRIBUTE_UNKNOWN',
        `dir="${dir}" on <${said.name}>: "${node.text.trim().slice(0, 40)}" is ${lang}, which is written from ${wanted === 'rtl' ? 'right to left' : 'left to right'}.`,
        said.origin,
        'The direction is that of the language: dir="{{locale.direction}}" on <html>, and none elsewhere.',
      ),
    );
  }
  return [...told.values()];
}

function declaring(element: DocumentElement): DocumentElement | undefined {
  for (let e: DocumentElement | undefined = element; e !== undefined; e = e.parent)
    if (e.declares.dir) return e;
  return undefined;
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
  if (scripts.includes('Latn') && isEveryday(text)) return undefined;
  const { foreign } = patternsOf(scripts);
  // Nearly no text has one.
  if (text.search(foreign) < 0) return undefined;
  const said = text.replace(addresses, '').replace(/\b[A-Z]{2,}\b/g, '');
  const letters = said.match(/\p{L}/gu)?.length ?? 0;
  const found = said.match(foreign) ?? [];
  return letters >= fewest && found.length > mostForeign * letters ? found[0] : undefined;
}
