import {
  addressOf,
  declaredNumbers,
  dialledBy,
  type Guide,
  inlineNodes,
  isLinkedCode,
  parseInline,
  remembered,
} from '../content/index.ts';
import type { Expectation } from '../proof/index.ts';

/** The numbers of a guide as a proof looks for them: as they are called, and as links of its texts write to them. */
export function numbersOf({ data, texts }: Guide): Pick<Expectation, 'numbers' | 'codes'> {
  const written = [...texts.values()].flatMap(({ text }) => writtenTo(text));
  const shown = (isOfLinks: boolean) =>
    declaredNumbers(data).flatMap((number) => {
      if (isLinkedCode(number) !== isOfLinks) return [];
      const own = addressOf(number);
      const others = written.filter((uri) => uri !== own && dialledBy(uri) === number.dial);
      return [...new Set([own, ...others])].map((uri) => ({ display: number.display, uri }));
    });
  const codes = shown(true);
  return { numbers: shown(false), ...(codes.length === 0 ? {} : { codes }) };
}

/** The links of a text that open a message to a number. */
const writtenTo = remembered((text): readonly string[] =>
  text.includes('sms:')
    ? [...inlineNodes(parseInline(text))].flatMap((node) =>
        node.kind === 'link' && node.href.startsWith('sms:') ? [node.href] : [],
      )
    : [],
);
