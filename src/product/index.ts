export { allPapers } from './all-papers.ts';
export { carriedKeys, isOfOtherForm, leftOut } from './carried.ts';
export { type Edition, type EditionName, editionNames, editions, inEdition } from './editions.ts';
export { type Fold, type FoldStep, folds } from './folds.ts';
export {
  isTwoSided,
  liesOneWay,
  type Orientation,
  type PagePlan,
  pagesOf,
  type Sides,
  sizeOf,
  takesTwoLanguages,
  usualPaper,
} from './pages.ts';
export { type Paper, papers } from './papers.ts';
export { likesOf, listProducts, loadProduct, type Product, readableProduct } from './product.ts';
export { productJsonSchema } from './product-schema.ts';
