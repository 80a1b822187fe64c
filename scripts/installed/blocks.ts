/** A block of code of a page, or a command within its text. */
export interface Block {
  /** `sh`: run; `js`, `ts`: run, and `ts` checked; `bash`: read; `yaml` and others: checked elsewhere; `text`: no code. */
  readonly language: string;
  readonly code: string;
  /** Where it begins in the page. */
  readonly at: number;
}

/** Blocks within fences, in their order. */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)].map(
    ({ index, 1: indent, 2: language, 3: code }) => ({
      language: language!,
      code: code!.replace(new RegExp(`^ {${indent!.length}}`, 'gm'), ''),
      at: index,
    }),
  );
}

/** What a text says to type: whole commands, with nothing to be put in. */
export function inlineCommands(page: string): Block[] {
  const blocks = blocksOf(page).map(({ at, code }) => ({ at, end: at + code.length }));
  return [...page.matchAll(/`(npx helpline-press [^`<…[]+)`/g)]
    .filter(({ index }) => !blocks.some(({ at, end }) => at <= index && index <= end))
    .map(({ index, 1: code }) => ({ language: 'sh', code: `${code}\n`, at: index }));
}
