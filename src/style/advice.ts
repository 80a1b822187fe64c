/** What does here what designers reach for elsewhere, by the property that they wrote. Data: exempt from the length of files. */
const instead: Readonly<Record<string, string>> = {
  'box-sizing':
    'A width is that of the content (content-box): calc(100% - 16pt) takes padding and border off; blocks and items of grids fill their room without one.',
  ...named(
    ['box-shadow', 'text-shadow', 'filter', 'backdrop-filter', 'mix-blend-mode'],
    'Nothing is blurred or blended in print: a border or a ground of another colour sets a box apart.',
  ),
  ...named(['float', 'clear'], 'display: grid or flex on the parent sets boxes beside each other.'),
  ...named(
    ['overflow', 'overflow-x', 'overflow-y', 'text-overflow', 'clip-path', 'line-clamp'],
    'Nothing is cut off: what does not fit is an error. A picture is cut to its box by object-fit: cover.',
  ),
  'z-index':
    'What comes later in the template is painted over what comes before it, and what is positioned over the flow.',
  'font-style': 'There are no italics, which most scripts lack: font-weight: bold, or another colour.',
  'font-variant': 'text-transform: uppercase sets capitals, as each language has them.',
  'aspect-ratio': 'A picture keeps its own ratio; a box is given width and height.',
  ...named(
    ['justify-items', 'place-items', 'place-self', 'place-content'],
    'Use align-items on the grid and justify-self on its items.',
  ),
  ...named(
    ['grid-template', 'grid', 'grid-auto-rows', 'grid-auto-columns', 'grid-auto-flow'],
    'Use grid-template-columns, grid-template-rows and grid-template-areas; other rows are as high as what stands in them.',
  ),
  'flex-flow': 'Use flex-wrap: flex is for rows.',
  ...named(
    ['writing-mode', 'text-orientation'],
    'Text is never turned; a page may be, by product.yaml (docs/templates.md).',
  ),
  ...named(
    ['direction', 'unicode-bidi'],
    'The direction is that of the language: dir="{{locale.direction}}" on <html>, bdi around what has its own.',
  ),
  ...named(
    ['transition', 'animation', 'cursor', 'user-select', 'pointer-events', 'will-change'],
    'Paper does not move: leave it out.',
  ),
  ...named(
    ['print-color-adjust', '-webkit-print-color-adjust', 'color-adjust'],
    'Colours are printed as they are said: leave it out.',
  ),
  visibility: 'Use display: none, or leave it out of the template.',
  ...named(['list-style', 'list-style-image', 'list-style-position'], 'Use list-style-type and padding.'),
  outline: 'Use border.',
  ...named(
    ['border-color', 'border-width', 'border-style'],
    'A border is said whole: border: 1pt solid var(--ink).',
  ),
  ...named(
    ['overflow-wrap', 'word-wrap'],
    'Words are divided by hyphens: auto only, and not by other means; too long ones are an error.',
  ),
  'page-break-before': 'Use break-before.',
  'page-break-after': 'Use break-after.',
  'page-break-inside': 'Use break-inside.',
};

function named(properties: readonly string[], advice: string): Record<string, string> {
  return Object.fromEntries(properties.map((property) => [property, advice]));
}

/** What to do in place of a property that is not in the vocabulary; undefined: nothing better than its nearest name. */
export function insteadOf(property: string): string | undefined {
  return Object.hasOwn(instead, property) ? instead[property] : undefined;
}

/** Values of other media, with what does here what they do there. */
const ofValues: readonly (readonly [property: string, value: RegExp, advice: string])[] = [
  [
    'flex-direction',
    /column/,
    'Blocks stand one below the other without it; display: grid with grid-template-rows: auto 1fr auto shares out a height.',
  ],
  ['flex-direction', /reverse/, 'Use order on the items.'],
  [
    'font-family',
    /./,
    'One of text, display and number, without a list: each script has its faces. Faces of your own: helpline-press new font.',
  ],
  ['text-align', /left|right/, 'Use start or end, which turn where the writing runs from right to left.'],
  ['text-align', /justify/, 'Use start: in narrow columns justified lines have holes.'],
  [
    'display',
    /inline-|contents|table|flow-root/,
    'Make the parent a grid or a flex row: its items are boxes.',
  ],
  [
    'position',
    /fixed|sticky/,
    'What stands on each page is position: running(name), shown by @page { @bottom-center { content: element(name) } }.',
  ],
  [
    'text-decoration',
    /line-through|overline/,
    'Struck-out words are read aloud as the others are: leave them out.',
  ],
];

/** What to say in place of a value; undefined: the message says it. */
export function adviceFor(property: string, value: string): string | undefined {
  return ofValues.find(([name, pattern]) => name === property && pattern.test(value))?.[2];
}
