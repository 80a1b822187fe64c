/**
 * Whether a format shows other digits than stand in its cell: `0## ### ###` a 0 before 791234567, `"+44 "0` a country, or a
 * + alone, with which 6565550123 is a number of Singapore and no American one; `0,` and `0%` less of them, and more; `;;;` and
 * `"closed"` none. @param value what is in the cell: of a text, no places are filled up
 */
export function showsOtherwise(format: string, value: number | string): boolean {
  const sections = sectionsOf(format);
  if (typeof value === 'string') {
    const ofTexts = sections.filter(({ said }) => said.includes('@'));
    // The fourth is that of texts: without a place for them it shows none.
    const isHidden = sections.length >= 4 && ofTexts.length === 0 && !isGeneral(sections[3]!);
    return isHidden || ofTexts.some(({ literal }) => literal);
  }
  const own = sectionOf(sections, value);
  if (own === undefined) return false;
  const { said, literal } = own;
  if (literal) return true;
  if (isGeneral(own) || said.includes('@')) return false;
  const [whole] = said.split('.');
  // From the first 0 on each place is filled.
  const filled = /0.*/.exec(whole!)?.[0].match(/[0#?]/g)?.length ?? 0;
  const digits = String(Math.abs(value)).replace(/\D/g, '').length;
  return filled > digits || scaled.test(said) || (!/[0#?]/.test(said) && format !== '');
}

/** A comma behind the last place, and signs of a part of a hundred or a thousand. */
const scaled = /[0#?],+(?=$|[^0#?,])|[%‰]/u;

interface Section {
  /** What is no literal. */
  readonly said: string;
  /** A digit, or a +, that is shown whatever stands in the cell. */
  readonly literal: boolean;
  /** Which numbers it is for, where it says so. */
  readonly condition?: readonly [sign: string, than: number];
}

const isGeneral = ({ said }: Section): boolean => /general/i.test(said);

/** The section that a number is shown by: that whose condition it meets, or, where none says one, by its sign. */
function sectionOf(sections: readonly Section[], value: number): Section | undefined {
  const [first, second, third] = sections;
  if (sections.every(({ condition }) => condition === undefined)) {
    if (value < 0) return second ?? first;
    return value === 0 ? (third ?? first) : first;
  }
  const met = sections.find(({ condition }) => condition !== undefined && meets(value, condition));
  return met ?? sections.find(({ condition }) => condition === undefined);
}

function meets(value: number, [sign, than]: readonly [string, number]): boolean {
  if (value === than) return sign.includes('=');
  return sign === '<>' || sign.startsWith(value < than ? '<' : '>');
}

/** Parts of a format, with ; between (ECMA-376-1 §18.8.31). */
function sectionsOf(format: string): Section[] {
  const tokens = format.replace(/E[+-]/gi, 'E').match(/"[^"]*"?|\\.|[_*].|\[[^\]]*\]?|./gsu) ?? [''];
  const sections: string[][] = [[]];
  for (const token of tokens) {
    if (token === ';') sections.push([]);
    else sections.at(-1)!.push(token);
  }
  return sections.map((own) => {
    const [, sign, than] = own.map((token) => ofCondition.exec(token)).find((found) => found !== null) ?? [];
    return {
      said: own.filter((token) => token.length === 1).join(''),
      literal: own.some((token) => /^(?:".*[\d+]|[\\*][\d+]|[1-9+]|\[\$[^-\]]*[\d+])/s.test(token)),
      ...(sign === undefined ? {} : { condition: [sign, Number(than)] as const }),
    };
  });
}

const ofCondition = /^\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]$/;
