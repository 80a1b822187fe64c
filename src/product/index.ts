export { carriedKeys, leftOut } from './carried.ts';
export { type Orientation, type PagePlan, pagesOf } from './pages.ts';
export { type Paper, papers } from './papers.ts';
export { listProducts, loadProduct, type Product, productJsonSchema } from './product.ts';
