/** pdf.js, where it is installed: the server gives it out. */
const library = new URL('./pdfjs/pdf.min.mjs', import.meta.url).href;
const worker = new URL('./pdfjs/pdf.worker.min.mjs', import.meta.url).href;

/** @type {Map<string, Promise<any>>} */
const files = new Map();

/**
 * Draws a page of a file.
 * @param {HTMLCanvasElement} canvas
 * @param {string} address
 * @param {number} index from 0
 * @param {number} scale pixels of a pt
 */
export async function drawPage(canvas, address, index, scale) {
  const file = await open(address);
  const page = await file.getPage(index + 1);
  const viewport = page.getViewport({ scale });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport }).promise;
}

/** @param {string} address */
function open(address) {
  let file = files.get(address);
  if (file === undefined) {
    file = import(library).then(({ getDocument, GlobalWorkerOptions }) => {
      GlobalWorkerOptions.workerSrc = worker;
      const url = new URL(address, document.baseURI).href;
      return getDocument({ url, isEvalSupported: false, useWasm: false }).promise;
    });
    files.clear();
    files.set(address, file);
  }
  return file;
}
