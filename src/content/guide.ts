import { join } from 'node:path';
import {
  type Place,
  PressError,
  type Problem,
  problem,
  suggest,
  throwIfErrors,
  warning,
} from '../diagnostics/index.ts';
import { checkFile, parseYaml, readYaml, type YamlSource } from '../files/index.ts';
import { dividedNumbers, neighboursIn } from './divided-numbers.ts';
import { deepFreeze } from './frozen.ts';
import { numeralFaults, numeralsOf } from './guide-numbers.ts';
import { inlineNodes, parseInline } from './inline/inline.ts';
import { languageProblems } from './language-rules.ts';
import { type Guide, keep } from './loaded.ts';
import { countriesOf, declaredNumbers, helplineNumbers, numberProblems } from './numbers/declared.ts';
import { readDisplay } from './numbers/display.ts';
import { type Block, type GuideData, guideSchema } from './schema/schema.ts';
import { schemaProblems } from './schema/schema-problems.ts';
import { besideBlocks, fieldsOf } from './schema/walk.ts';
import { tableProblems } from './table-grid.ts';
import { collectTexts, countriesHere, type GuideText } from './texts.ts';

/**
 * Loads `guide.yaml` from a folder and checks it whole.
 * @param text what the file is to say, before it is written; undefined: what it says
 * @throws PressError FILE_NOT_FOUND, YAML_SYNTAX, CONTENT_INVALID, ID_DUPLICATE, ALT_MISSING, PATH_OUTSIDE,
 * TABLE_UNEVEN, HELPLINE_INVALID, NUMBER_*, LINK_DIALS_OTHER, INLINE_INVALID, SOURCE_MISSING, WORDING, READING_LEVEL: all that are
 * found; USAGE where `folder` is no text.
 */
export function loadGuide(folder: string, text?: string): Guide {
  if (typeof folder !== 'string' || folder === '')
    throw new PressError([
      problem(
        'USAGE',
        'A guide is loaded from the path of its folder, a text.',
        {},
        'Of a URL, give fileURLToPath(url).',
      ),
    ]);
  const file = join(folder, 'guide.yaml');
  const source = text === undefined ? readYaml(folder, 'guide.yaml') : parseYaml(text, file);
  const parsed = guideSchema.safeParse(source.value);
  if (!parsed.success)
    throw new PressError(parsed.error.issues.flatMap((issue) => schemaProblems(issue, source)));
  const data: GuideData = deepFreeze(parsed.data);
  const texts = collectTexts(data);
  const place = (key: string): Place => {
    const path = texts.get(key)?.path ?? fieldsOf(data).find((found) => found.key === key)?.path;
    return path === undefined ? { file, key } : { ...source.place(path), key };
  };
  const numerals = numeralsOf(data);
  const neighbours = neighboursIn(data, numerals);
  const problems = [
    ...checkIds(data, source),
    ...checkKeys(data, source),
    ...checkTables(data, source),
    ...checkDisclosure(data, source),
    ...checkNumbers(data, source),
    ...numeralFaults(numerals, declaredNumbers(data), place),
    ...dividedNumbers(neighbours, declaredNumbers(data), place),
    ...checkBlocks(data, source, folder),
    ...checkTexts(data, texts, place),
    ...languageProblems(data, texts, place),
  ];
  problems.push(...checkEmergency(data, source));
  throwIfErrors(problems);
  const guide = Object.freeze({ folder, file, data, texts, warnings: deepFreeze(problems), place });
  return keep({ guide, numerals, neighbours });
}

/** Where people are in danger, they must know whom to call there. */
function checkEmergency(data: GuideData, source: YamlSource): Problem[] {
  const there = (data.emergency ?? []).map(({ country }) => country);
  return countriesHere(data).flatMap((country, i) => {
    if (there.includes(country)) return [];
    const others = [...new Set(there)].filter((other) => !countriesHere(data).includes(other));
    return [
      warning(
        'EMERGENCY_MISSING',
        `The guide has no emergency block for ${country}${others.length > 0 ? `, and that for ${others.join(', ')} is not printed` : ''}.`,
        source.place(i === 0 ? ['country'] : ['countries', i - 1]),
        `Add to emergency: { id: ${country.toLowerCase()}, country: ${country}, text: … } with the text approved there, and its number to numbers${others.length > 0 ? `; or name ${others.join(', ')} in country or countries, if the guide is for there` : ''}.`,
      ),
    ];
  });
}

function checkIds(data: GuideData, source: YamlSource): Problem[] {
  const problems: Problem[] = [];
  const unique = (
    ids: readonly { id: string }[],
    path: readonly (string | number)[],
    taken: readonly string[] = [],
  ) => {
    const seen = new Set<string>(taken);
    ids.forEach(({ id }, i) => {
      if (seen.has(id))
        problems.push(
          problem(
            'ID_DUPLICATE',
            `The id "${id}" is taken in ${path.join('.')}.`,
            source.place([...path, i, 'id']),
            `Ids are unique among their neighbours, and differ from ${besideBlocks.map((name) => `"${name}"`).join(' and ')} beside them.`,
          ),
        );
      seen.add(id);
    });
  };
  for (const { field, value, path } of fieldsOf(data))
    if (field.is === 'things') unique(value as { id: string }[], path);
    else if (field.is === 'blocks') unique(value as Block[], path, besideBlocks);
  return problems;
}

/** Keys that two texts have: ids of one list on two levels, or an id that is the name of a field beside it. */
function checkKeys(data: GuideData, source: YamlSource): Problem[] {
  const keys = new Set<string>();
  const twice = new Map<string, Problem>();
  const lists = new Map<string, string>();
  for (const { field, value, key, path } of fieldsOf(data)) {
    if (field.is === 'text' && !field.isWhole) keys.add(key);
    if (field.is !== 'things') continue;
    for (const [i, { id }] of (value as readonly { id: string }[]).entries()) {
      const [entry, list] = [`${key}.${id}`, path.join('.')];
      const isTaken = keys.has(entry) || (lists.has(entry) && lists.get(entry) !== list);
      if (isTaken)
        twice.set(
          entry,
          problem(
            'ID_DUPLICATE',
            `The id "${id}" is taken in ${key}.`,
            source.place([...path, i, 'id']),
            'The items of a list have ids of their own on all its levels; an id is no name of a field beside it.',
          ),
        );
      lists.set(entry, list);
    }
  }
  return [...twice.values()];
}

function checkTables(data: GuideData, source: YamlSource): Problem[] {
  return fieldsOf(data).flatMap(({ field, value, path }) => {
    if (field.is !== 'blocks') return [];
    return (value as readonly Block[]).flatMap((block, i) =>
      block.kind === 'table' ? tableProblems(block, (at) => source.place([...path, i, ...at])) : [],
    );
  });
}

/** The disclosure is whole in every product, and read line by line: its proof is that nothing stands beside it. */
function checkDisclosure({ disclosure }: GuideData, source: YamlSource): Problem[] {
  return disclosure.blocks.flatMap(({ id, forms, kind }, i) => {
    const place = (field: string) => source.place(['disclosure', 'blocks', i, field]);
    return [
      ...(id !== 'short' || disclosure.short === undefined
        ? []
        : [
            problem(
              'ID_DUPLICATE',
              'A block of the disclosure is called "short", as its short form is.',
              place('id'),
              'Call the block otherwise.',
            ),
          ]),
      ...(forms === undefined
        ? []
        : [
            problem(
              'CONTENT_INVALID',
              'A block of the disclosure says which forms it is for: the disclosure is whole in every product.',
              place('forms'),
              'Take forms: out.',
            ),
          ]),
      ...(kind === 'table'
        ? [
            problem(
              'CONTENT_INVALID',
              'A table stands in the disclosure, which is read line by line.',
              place('kind'),
              'Say it in paragraphs and lists, or in questions.',
            ),
          ]
        : []),
    ];
  });
}

function checkNumbers(data: GuideData, source: YamlSource): Problem[] {
  const declared = declaredNumbers(data);
  return declared.flatMap((number, i) =>
    numberProblems(
      number,
      declared.slice(0, i),
      countriesOf(data),
      source.place([
        number.kind === 'helpline' ? 'helplines' : 'numbers',
        ...number.name.split('.'),
        number.way === 'text' ? 'to' : 'fault' in readDisplay(number.display) ? 'display' : 'dial',
      ]),
    ),
  );
}

function checkBlocks(data: GuideData, source: YamlSource, folder: string): Problem[] {
  const sources = data.sources.map((s) => s.id);
  return fieldsOf(data).flatMap(({ field, value, path }) => {
    if (field.is === 'image') return imageFault(folder, String(value), source.place(path));
    if (field.is !== 'source' || sources.includes(String(value))) return [];
    return [
      problem(
        'SOURCE_MISSING',
        `The source "${String(value)}" is not listed.`,
        source.place(path),
        suggest(String(value), sources),
      ),
    ];
  });
}

function imageFault(folder: string, image: string, place: Place): readonly Problem[] {
  try {
    checkFile(folder, image, place);
    return [];
  } catch (error) {
    if (error instanceof PressError) return error.problems;
    throw error;
  }
}

/** A text has no values: whoever reads it would see one as it is typed. Braces that are to be printed are escaped. */
const templateValue = /(?<!\\)\{\{[^{}]*\}\}/;

function checkTexts(
  data: GuideData,
  texts: ReadonlyMap<string, GuideText>,
  place: (key: string) => Place,
): Problem[] {
  const named = helplineNumbers(data);
  return [...texts.values()].flatMap(({ key, text }) => {
    try {
      const nodes = parseInline(text, place(key));
      const unknown = [...inlineNodes(nodes)].flatMap((node) =>
        node.kind === 'helpline' && !Object.hasOwn(named, node.name) ? [node.name] : [],
      );
      const typed = templateValue.exec(text)?.[0];
      return [
        ...(typed === undefined
          ? []
          : [
              problem(
                'INLINE_INVALID',
                `"${typed}" is a value of templates, and would be printed as it is typed.`,
                place(key),
                'Write <helpline:main> for the number, and other values as words; write \\ before braces that are to be printed: \\{\\{.',
              ),
            ]),
        ...unknown.map((name) =>
          problem(
            'HELPLINE_INVALID',
            `There is no helpline "${name}".`,
            place(key),
            Object.hasOwn(data.numbers ?? {}, name)
              ? `It is one of the numbers: write it as it is declared, ${data.numbers![name]!.display}, or as a link, [${data.numbers![name]!.display}](tel:${data.numbers![name]!.dial}).`
              : suggest(name, Object.keys(named)),
          ),
        ),
      ];
    } catch (error) {
      if (error instanceof PressError) return [...error.problems];
      throw error;
    }
  });
}
