/**
 * Whether a format shows digits beside those of what stands in its cell: `0## ### ###` a 0 before 791234567, `"+44 "0` a
 * country. @param digits how many are in the cell; of a text, none are filled up
 */
export function addsDigits(format: string, digits: number, isText: boolean): boolean {
  const sections = sectionsOf(format);
  const ofTexts = sections.filter(({ said }) => said.includes('@'));
  if (isText) return ofTexts.some(({ literal }) => literal);
  const [first] = sections;
  // Which of several counts is said by conditions: what none of them adds nothing adds.
  const some = sections.some(({ isConditional }) => isConditional) ? sections : [first!];
  return some.every(({ said, literal }) => {
    const [whole] = said.split('.');
    // From the first 0 on each place is filled.
    const filled = /0.*/.exec(whole!)?.[0].match(/[0#?]/g)?.length ?? 0;
    return literal || filled > digits;
  });
}

interface Section {
  /** What is no literal. */
  readonly said: string;
  /** A digit that is shown whatever stands in the cell. */
  readonly literal: boolean;
  readonly isConditional: boolean;
}

/** Parts of a format, with ; between (ECMA-376-1 §18.8.31). */
function sectionsOf(format: string): Section[] {
  const tokens = format.match(/"[^"]*"?|\\.|[_*].|\[[^\]]*\]?|./gsu) ?? [''];
  const sections: string[][] = [[]];
  for (const token of tokens) {
    if (token === ';') sections.push([]);
    else sections.at(-1)!.push(token);
  }
  return sections.map((own) => ({
    said: own.filter((token) => token.length === 1).join(''),
    literal: own.some((token) => /^(?:".*\d|\\\d|[1-9]|\[\$[^-\]]*\d)/s.test(token)),
    isConditional: own.some((token) => /^\[[<>=]/.test(token)),
  }));
}
