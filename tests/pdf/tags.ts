import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface TreeNode {
  readonly role?: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TreeNode[];
}

export interface ReadPage {
  /** Structure with its text, a line an element or a stretch of text. */
  readonly tags: string;
  /** Text by structure: what a screen reader gets. */
  readonly text: string;
  /** Text outside of the structure. */
  readonly artifacts: string;
  readonly annotations: readonly Record<string, unknown>[];
}

/** Reads a file with pdf.js, a reader that shares nothing with the writer. */
export async function readPages(bytes: Uint8Array): Promise<ReadPage[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false })
    .promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const texts = new Map<string, string>();
    let artifacts = '';
    const open: (string | undefined)[] = [];
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    for (const item of content.items) {
      if ('str' in item) {
        const id = open.findLast((each) => each !== undefined);
        if (id === undefined) artifacts += item.str;
        else texts.set(id, (texts.get(id) ?? '') + item.str);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? undefined);
    }
    const tree = (await page.getStructTree()) as TreeNode | null;
    const lines: string[] = [];
    let text = '';
    const visit = (node: TreeNode, depth: number): void => {
      const indent = '  '.repeat(depth);
      if (node.type === 'content') {
        const own = texts.get(node.id ?? '') ?? '';
        text += own;
        lines.push(`${indent}"${own}"`);
      } else if (node.type !== undefined) lines.push(`${indent}(${node.type})`);
      else {
        const alt = node.alt === undefined ? '' : ` alt="${node.alt}"`;
        const lang = node.lang === undefined ? '' : ` lang=${node.lang}`;
        if (node.role !== 'Root') lines.push(`${indent}${node.role}${lang}${alt}`);
        for (const child of node.children ?? []) visit(child, node.role === 'Root' ? depth : depth + 1);
      }
    };
    if (tree !== null) visit(tree, 0);
    const annotations = (await page.getAnnotations()) as Record<string, unknown>[];
    pages.push({ tags: `${lines.join('\n')}\n`, text, artifacts, annotations });
  }
  await document.destroy();
  return pages;
}
