import { type Block, type Guide, inlineNodes, parseInline } from '../content/index.ts';

const wordsGroup = 'Words of the products';

/** What a translator must know of a text of the guide: its kind, where it stands, what must stay in it. */
export function textNote(guide: Guide, key: string): string {
  return joined(textKind(guide, key), keep(guide.texts.get(key)!.text));
}

/** The same of a word of the products. */
export function wordNote(key: string, source: string): string {
  return joined(`${wordsGroup}: ${wordKind(key)}`, keep(source));
}

/** What a reviewer must know of a unit under the heading that {@link groupOf} gives. */
export function reviewNote(guide: Guide, key: string, source: string): string {
  const isWord = key.startsWith('press:');
  const kind = isWord ? wordKind(key.slice('press:'.length)) : textKind(guide, key.slice('guide:'.length));
  const heading = `${groupOf(guide, key)}: `;
  const short = kind.startsWith(heading) ? kind.slice(heading.length) : kind;
  return joined(`${short.charAt(0).toUpperCase()}${short.slice(1)}`, keepPrinted(source));
}

const joined = (kind: string, kept: string) => (kept === '' ? `${kind}.` : `${kind}. ${kept}`);

function wordKind(key: string): string {
  return key.startsWith('art.') || key.endsWith('Alt') ? pictureKind : 'the same in every guide';
}

const pictureKind = 'says what a picture shows, read aloud to those who do not see it';

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

function textKind(guide: Guide, key: string): string {
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

/** The part of the sheet that a unit stands in. */
export function groupOf(guide: Guide, key: string): string {
  if (key.startsWith('press:')) return wordsGroup;
  const [root = '', second = ''] = key.slice('guide:'.length).split('.');
  const first: Readonly<Record<string, string>> = {
    helplines: 'Helpline',
    emergency: 'Emergency',
    sources: 'Sources',
  };
  if (root === 'sections' || ['opening', 'closing', 'disclosure'].includes(root))
    return placeOf(guide, root, second);
  return first[root] ?? 'Title';
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
      return field === 'alt' ? pictureKind : 'caption of a picture';
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
  const marks = marksOf(text).map(({ written, spoken }) =>
    written === spoken ? written : `${written} (${spoken})`,
  );
  return marks.length === 0 ? '' : `Must stay: ${marks.join(', ')}.`;
}

/** The same for a reader who sees the text as it is printed. */
function keepPrinted(text: string): string {
  const marks = [...new Set(marksOf(text).map(({ spoken }) => spoken))];
  return marks.length === 0 ? '' : `Must stay: ${marks.join(', ')}.`;
}

interface Mark {
  readonly written: string;
  readonly spoken: string;
}

function marksOf(text: string): Mark[] {
  const placeholders = [...text.matchAll(/\{\{\s*[\w.]+\s*\}\}/g)].map(([found]) => ({
    written: found,
    spoken: found,
  }));
  const inline = [...inlineNodes(parseInline(text))].flatMap((node): Mark[] => {
    switch (node.kind) {
      case 'strong':
        return [{ written: '** **', spoken: 'bold words' }];
      case 'link':
        return [
          {
            written: `[ ](${node.href})`,
            spoken: `the link to ${node.href.replace(/^(?:tel|mailto):/, '')}`,
          },
        ];
      case 'language':
        return [{ written: `[ ](lang:${node.tag})`, spoken: `words in ${languageInEnglish(node.tag)}` }];
      case 'helpline':
        return [{ written: `<helpline:${node.name}>`, spoken: 'the number' }];
      default:
        return [];
    }
  });
  return [...placeholders, ...inline];
}

function languageInEnglish(tag: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
}
