import { type Block, type Guide, inlineNodes, parseInline } from '../content/index.ts';

/** What a translator must know of a text of the guide: its kind, where it stands, what must stay in it. */
export function textNote(guide: Guide, key: string): string {
  const { text } = guide.texts.get(key)!;
  return [`${kindOf(guide, key)}.`, keep(text)].filter((part) => part !== '').join(' ');
}

/** The same of a word of the products. */
export function wordNote(key: string, source: string): string {
  const isAlternative = key.startsWith('art.') || key.endsWith('Alt');
  const kind = isAlternative
    ? 'Word of the products: says what a picture shows, read aloud to those who do not see it.'
    : 'Word of the products, the same in every guide.';
  return [kind, keep(source)].filter((part) => part !== '').join(' ');
}

const helplineFields: Readonly<Record<string, string>> = {
  call: 'Words above the helpline number',
  answers: 'Says who answers the helpline',
  claims: 'What the helpline says of itself',
  hours: 'When the helpline answers',
  cost: 'What a call costs',
  languages: 'Languages that the helpline speaks',
};

const firstFields: Readonly<Record<string, string>> = {
  title: 'Title',
  kicker: 'Short line above the title',
  overview: 'Heading of the list of the sections',
};

function kindOf(guide: Guide, key: string): string {
  const [root = '', second = '', third = ''] = key.split('.');
  if (Object.hasOwn(firstFields, key)) return firstFields[key]!;
  if (root === 'helplines') return helplineFields[third] ?? 'Of the helpline';
  if (root === 'sources') return 'Name of a source';
  if (root === 'emergency') return 'What to do in an emergency';
  const where = placeOf(guide, root, second);
  if (root === 'sections' && third === 'line') return `${where}: its line, large and bold, understood alone`;
  if (root !== 'sections' && second === 'heading') return `${where}: heading`;
  return `${where}: ${blockKind(guide, key)}`;
}

function placeOf(guide: Guide, root: string, id: string): string {
  if (root === 'opening') return 'Opening';
  if (root === 'closing') return 'Closing';
  if (root === 'disclosure') return 'Disclosure (legal text, exact)';
  const number = guide.data.sections.findIndex((section) => section.id === id) + 1;
  return `Section ${number}`;
}

function blockKind(guide: Guide, key: string): string {
  const { path } = guide.texts.get(key)!;
  const field = String(path.at(-1));
  switch (blockAt(guide, path)?.kind) {
    case 'callout':
      return 'a short line that stands out';
    case 'list':
      return 'item of a list';
    case 'finding':
      return 'a finding, whose source is named below it';
    case 'quote':
      return field === 'cite' ? 'who said the quotation' : 'a quotation, said by someone';
    case 'figure':
      return field === 'alt'
        ? 'says what a picture shows, read aloud to those who do not see it'
        : 'caption of a picture';
    case 'definition':
      return field === 'term' ? 'the word that is explained' : 'explanation of a word';
    default:
      return 'paragraph';
  }
}

/** The block that a path in the guide leads into. */
function blockAt({ data }: Guide, path: readonly (string | number)[]): Block | undefined {
  const at = path.indexOf('blocks');
  const owner = path[0] === 'sections' ? data.sections[Number(path[1])] : data[path[0] as 'disclosure'];
  return owner?.blocks[Number(path[at + 1])];
}

/** The marks and placeholders of a text, as they are written. */
function keep(text: string): string {
  const marks = marksOf(text);
  return marks.length === 0 ? '' : `Must stay: ${marks.join(', ')}.`;
}

function marksOf(text: string): string[] {
  const placeholders = [...text.matchAll(/\{\{\s*[\w.]+\s*\}\}/g)].map(([found]) => found);
  const inline = [...inlineNodes(parseInline(text))].flatMap((node) => {
    switch (node.kind) {
      case 'strong':
        return ['** ** (bold)'];
      case 'link':
        return [`[ ](${node.href}) (a link)`];
      case 'language':
        return [`[ ](lang:${node.tag}) (words in ${languageInEnglish(node.tag)})`];
      case 'helpline':
        return [`<helpline:${node.name}> (the number)`];
      default:
        return [];
    }
  });
  return [...placeholders.map((found) => `${found} (a value is put here)`), ...inline];
}

function languageInEnglish(tag: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
}
