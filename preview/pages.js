/** @import { View } from '../src/preview/view.ts' */
/** @import { Drawing } from '../src/preview/site.ts' */
import { el } from './dom.js';
import { overlayOf } from './overlays.js';

/** CSS pixels of a pt. */
const pixel = 96 / 72;

const notices = {
  finished: '',
  refused: 'These pages are not proved, and not printed: the stripes say so.',
  earlier: 'These are the pages as they were proved last: what is there now cannot be set.',
  none: 'There are no pages: the problems say why.',
};

/**
 * The pages of a view. A page that was there before keeps its element, so that its picture stays until the next is there.
 * @param {HTMLElement} holder
 * @param {View} view
 * @param {{ overlays: ReadonlySet<string>, zoom: string, drawing: Drawing, isRtl: boolean }} how
 */
export function showPages(holder, view, how) {
  const scale = scaleOf(holder, view, how.zoom);
  const notice = notice_(view, how.drawing);
  const read = view.tagged.map((tagged, i) => ({ tagged, number: i + 1 }));
  const figures = view.pages.map((page, index) => {
    const figure = figureAt(holder, index, how.drawing);
    figure.dataset.state = view.pagesAre;
    const frame = /** @type {HTMLElement} */ (figure.firstElementChild);
    frame.style.inlineSize = `${page.width * pixel * scale}px`;
    frame.style.aspectRatio = `${page.width} / ${page.height}`;
    const name = `Page ${index + 1} of ${view.pages.length}: ${page.name.replaceAll('-', ' ')}`;
    drawInto(frame, view, index, scale, name, how.drawing);
    const marks = view.problems.flatMap(({ marks, severity }, number) =>
      marks
        .filter(({ sheet }) => sheet === index)
        .map(({ rect }) => ({ rect, severity, number: number + 1 })),
    );
    const over = overlayOf(
      page,
      read.filter(({ tagged }) => tagged.page === index),
      marks,
      how,
    );
    frame.querySelector('svg')?.remove();
    frame.append(over);
    const caption = /** @type {HTMLElement} */ (figure.lastElementChild);
    caption.textContent = `${name} · ${millimetres(page.width)} × ${millimetres(page.height)} mm`;
    return figure;
  });
  const whole = how.drawing === 'none' && view.isProved ? [embedded(view)] : [];
  holder.replaceChildren(...notice, ...(how.drawing === 'none' ? whole : [sheaf(holder, figures)]));
}

/** @param {number} points */
const millimetres = (points) => Math.round((points * 25.4) / 72);

/**
 * @param {View} view
 * @param {Drawing} drawing
 */
function notice_({ pagesAre }, drawing) {
  const missing =
    drawing === 'server'
      ? ''
      : drawing === 'page'
        ? 'Drawn by pdf.js, without what is laid over refused pages. npm install @hyzyla/pdfium draws them all.'
        : 'No reader is installed that draws pages: the browser shows the file itself. npm install @hyzyla/pdfium';
  const hidden =
    drawing !== 'server' && pagesAre === 'refused' ? 'A file that is not proved is given to no one.' : '';
  return [hidden === '' ? notices[pagesAre] : hidden, missing]
    .filter((text) => text !== '')
    .map((text) => el('p', { class: `notice ${pagesAre}` }, text));
}

/**
 * @param {HTMLElement} holder
 * @param {readonly HTMLElement[]} figures
 */
function sheaf(holder, figures) {
  const list = holder.querySelector('.sheaf') ?? el('div', { class: 'sheaf' });
  const old = [...list.children];
  if (old.length !== figures.length || old.some((figure, i) => figure !== figures[i]))
    list.replaceChildren(...figures);
  return list;
}

/**
 * @param {HTMLElement} holder
 * @param {number} index
 * @param {Drawing} drawing
 * @returns {HTMLElement}
 */
function figureAt(holder, index, drawing) {
  const known = holder.querySelector(`#page-${index + 1}`);
  if (known instanceof HTMLElement) return known;
  const picture =
    drawing === 'server' ? el('img', { decoding: 'async', loading: 'lazy' }) : el('canvas', { role: 'img' });
  return el('figure', { id: `page-${index + 1}` }, el('div', { class: 'frame' }, picture), el('figcaption'));
}

/**
 * @param {HTMLElement} frame
 * @param {View} view
 * @param {number} index
 * @param {number} scale
 * @param {string} name
 * @param {Drawing} drawing
 */
function drawInto(frame, view, index, scale, name, drawing) {
  const density = Math.min(2, Math.max(1, window.devicePixelRatio));
  const picture = frame.firstElementChild;
  if (picture instanceof HTMLImageElement) {
    const source = `pages/${view.id}/${index}.png?dpi=${Math.round(96 * scale * density)}`;
    if (picture.getAttribute('src') !== source) picture.setAttribute('src', source);
    picture.alt = name;
  } else if (picture instanceof HTMLCanvasElement && drawing === 'page') {
    picture.setAttribute('aria-label', name);
    if (view.pagesAre === 'refused' || picture.dataset.of === view.id) return;
    picture.dataset.of = view.id;
    void import('./pdfjs.js').then(({ drawPage }) =>
      drawPage(picture, `file/${view.id}`, index, pixel * scale * density),
    );
  }
}

/** @param {View} view */
function embedded({ id, file }) {
  return el('embed', { type: 'application/pdf', src: `file/${id}`, title: file?.name ?? 'The file' });
}

/**
 * How large pages are shown; `fit`: the largest whole, two pages beside each other where they are tall.
 * @param {HTMLElement} holder
 * @param {View} view
 * @param {string} zoom
 */
function scaleOf(holder, view, zoom) {
  if (zoom !== 'fit') return Number(zoom) / 100;
  const widest = Math.max(1, ...view.pages.map(({ width }) => width)) * pixel;
  const highest = Math.max(1, ...view.pages.map(({ height }) => height)) * pixel;
  const [across, down] = [holder.clientWidth - 48, window.innerHeight - holder.offsetTop - 96];
  return Math.min(2, Math.max(0.25, Math.min(across / widest, Math.max(down, 360) / highest)));
}
