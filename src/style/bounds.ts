import { tokenize, tokenTypes } from 'css-tree/tokenizer';

/** How deep blocks, brackets and functions may stand in one another. */
const deepest = 16;
/** Characters of one token: a name, a string, an address. */
const longestToken = 2_000;
const mostTokens = 100_000;
const mostRules = 5_000;
/** What opens, with what closes it (CSS Syntax 3 §4). */
const closes: ReadonlyMap<number, number> = new Map([
  [tokenTypes.Function, tokenTypes.RightParenthesis],
  [tokenTypes.LeftParenthesis, tokenTypes.RightParenthesis],
  [tokenTypes.LeftSquareBracket, tokenTypes.RightSquareBracket],
  [tokenTypes.LeftCurlyBracket, tokenTypes.RightCurlyBracket],
]);

/** What is too much of a style sheet, and where. */
export interface BoundFault {
  readonly offset: number;
  readonly message: string;
}

/** Looks over a style sheet before it is parsed, for the parser goes as deep as its input. Undefined: it can be parsed. */
export function boundFault(css: string): BoundFault | undefined {
  let fault: BoundFault | undefined;
  let [tokens, rules] = [0, 0];
  /** What closes each bracket that is open; a closing one without its opening one closes nothing. */
  const open: number[] = [];
  tokenize(css, (type, start, end) => {
    if (fault !== undefined || type === tokenTypes.WhiteSpace || type === tokenTypes.Comment) return;
    tokens++;
    if (type === tokenTypes.LeftCurlyBracket) rules++;
    const close = closes.get(type);
    if (close !== undefined) open.push(close);
    else if (open.at(-1) === type) open.pop();
    const message =
      open.length > deepest
        ? `Brackets stand in brackets more than ${deepest} deep.`
        : end - start > longestToken
          ? `A name, string or address has more than ${longestToken} characters.`
          : rules > mostRules
            ? `The style sheet has more than ${mostRules} rules.`
            : tokens > mostTokens
              ? `The style sheet has more than ${mostTokens} words and signs.`
              : undefined;
    if (message !== undefined) fault = { offset: start, message };
  });
  return fault;
}
