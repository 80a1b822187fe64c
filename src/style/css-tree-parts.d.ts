/**
 * The parts of `css-tree` that are used, under addresses of their own: its types know the whole alone, which builds a
 * checker of all of CSS when it is loaded.
 */
declare module 'css-tree/parser' {
  import { parse } from 'css-tree';
  export default parse;
}
declare module 'css-tree/generator' {
  import { generate } from 'css-tree';
  export default generate;
}
declare module 'css-tree/tokenizer' {
  export { tokenize, tokenTypes } from 'css-tree';
}
