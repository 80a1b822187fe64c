import {
  asWritten,
  type DocumentElement,
  type DocumentNode,
  type ElementName,
  type HtmlDocument,
} from '../../src/document/index.ts';

/** A node of a test document: text, or name, attributes and children. */
export type Tree =
  | string
  | readonly [name: ElementName, attributes: Record<string, string>, ...children: Tree[]];

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A document whose body holds these trees, as `parseDocument` would make it. */
export function documentOf(lang: string, dir: 'ltr' | 'rtl', ...trees: readonly Tree[]): HtmlDocument {
  let index = 0;
  const ids = new Map<string, DocumentElement>();
  const make = (tree: Tree, parent: DocumentElement | undefined): DocumentNode => {
    if (typeof tree === 'string') {
      return { kind: 'text', text: tree, parent: parent!, origin: {}, index: index++ };
    }
    const [name, { id, lang: ownLang, dir: ownDir, ...attributes }, ...children] = tree;
    const element: Writable<DocumentElement> = {
      kind: 'element',
      name,
      attributes,
      id,
      classes: [],
      lang: ownLang ?? parent?.lang ?? lang,
      dir: (ownDir as 'ltr' | 'rtl' | undefined) ?? parent?.dir ?? dir,
      declares: { lang: ownLang !== undefined, dir: ownDir !== undefined },
      isolates: ownDir !== undefined || name === 'bdi',
      parent,
      children: [],
      origin: { file: 'test.hbs' },
      index: index++,
    };
    if (id !== undefined) ids.set(id, element);
    element.children.push(...children.map((child) => make(child, element)));
    return element;
  };
  const root = make(['html', {}, ['body', {}, ...trees]], undefined) as DocumentElement;
  const body = root.children[0] as DocumentElement;
  return { root, body, title: 'Test', lang, dir, ids, wording: asWritten };
}
