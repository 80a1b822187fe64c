/**
 * Whether a format shows other digits than stand in its cell: `0## ### ###` a 0 before 791234567, `"+44 "0` a country, or a
 * + alone, with which 6565550123 is a number of Singapore and no American one; `0,` and `0%` less of them, and more. @param digits how many are in the cell; of a text, none are filled up
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
    return literal || filled > digits || scaled.test(said);
  });
}

/** A comma behind the last place, and signs of a part of a hundred or a thousand. */
const scaled = /[0#?],+(?=$|[^0#?,])|[%‰]/u;

interface Section {
  /** What is no literal. */
  readonly said: string;
  /** A digit, or a +, that is shown whatever stands in the cell. */
  readonly literal: boolean;
  readonly isConditional: boolean;
}

/** Parts of a format, with ; between (ECMA-376-1 §18.8.31). */
function sectionsOf(format: string): Section[] {
  const tokens = format.replace(/E[+-]/gi, 'E').match(/"[^"]*"?|\\.|[_*].|\[[^\]]*\]?|./gsu) ?? [''];
  const sections: string[][] = [[]];
  for (const token of tokens) {
    if (token === ';') sections.push([]);
    else sections.at(-1)!.push(token);
  }
  return sections.map((own) => ({
    said: own.filter((token) => token.length === 1).join(''),
    literal: own.some((token) => /^(?:".*[\d+]|\\[\d+]|[1-9+]|\[\$[^-\]]*[\d+])/s.test(token)),
    isConditional: own.some((token) => /^\[[<>=]/.test(token)),
  }));
}
