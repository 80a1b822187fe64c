/** A pamphlet of the size that is printed, in the whole vocabulary: six panels, five things, a list, a disclosure. */
const things = [
  'Call any time',
  'Say as little as you like',
  'Ask what it costs',
  'Bring someone',
  'Call again',
];

const block = `<p>You can call <b>before</b> you are sure. The call is free and nobody needs to know your name.</p>
<ul class="gives"><li><img class="mark" src="art/mark.svg" alt=""> <span>a person who listens</span></li><li><img class="mark" src="art/mark.svg" alt=""> <span>places near you</span></li></ul>
<blockquote class="finding"><p>Most people who ask for help get better.</p><cite>A report, 2024</cite></blockquote>`;

const band = (kind: string) =>
  `<footer class="band ${kind}"><p class="number"><a href="tel:988"><bdi class="tel" dir="ltr">988</bdi></a></p><p class="who"><a href="#who"><strong>Who answers?</strong> <span>See the back</span></a></p></footer>`;

const panel = (name: string, content: string) =>
  `<article class="panel ${name}"><div class="text">${content}</div>${band(name === 'cover' ? 'loud' : 'quiet')}</article>`;

export const html = `<!doctype html><html lang="en" dir="ltr"><head><title>Where help starts</title></head><body><main>
${panel('cover', '<p class="kicker">A first step</p><h1>Where help starts</h1><figure class="scene"><img src="art/door.svg" alt="An open door with light behind it"></figure>')}
${panel('flap', `<h2>Five things</h2><ol class="way">${things.map((thing, i) => `<li><span class="no" data-label>${i + 1}</span> <span class="line">${thing}</span></li>`).join('')}</ol>`)}
${[0, 1, 2]
  .map((at) =>
    panel(
      'inside',
      things
        .slice(at * 2, at * 2 + 2)
        .map(
          (thing, i) =>
            `<section class="thing"><h2><span class="door">${at * 2 + i + 1}</span> <span class="line">${thing}</span></h2>${block}${block}</section>`,
        )
        .join(''),
    ),
  )
  .join('\n')}
${panel('back', `<section class="disclosure" id="who"><h2>Who answers?</h2>${'<p>Trained people in your state answer this number, day and night, in English and <span lang="es">español</span>.</p>'.repeat(4)}</section>`)}
</main></body></html>`;

export const css = `
:root { --ink: #16313f; --accent: #f5b83d; --paper: #fff; --gap: .5rem; --measure: calc(3.6875in - 2 * var(--side)); --side: 20pt; }
:lang(ar) { --gap: .6rem; }
@page { bleed: .125in }
@page cover { background-color: var(--ink); margin: 0 }
@page inside { margin-block-end: 44pt; @bottom-center { content: element(band) } }
body { color: var(--ink); font-size: 1rem; text-align: start }
h1, h2, h3 { font-family: display; text-wrap: balance; break-after: avoid }
h1 { font-size: 2.5rem; line-height: 1.05 }
h2 { font-size: 1.3rem; margin-block-end: var(--gap) }
p + p { margin-block-start: var(--gap) }
.note, cite { font-size: max(9pt, .8rem) }
.panel { page: inside; display: grid; height: 100%; grid-template-rows: 1fr auto; break-before: page }
.panel > .text { padding: 26pt var(--side) 0 }
.cover { page: cover; color: var(--paper) }
.cover .kicker { color: var(--accent); font-weight: 700 }
.cover .scene img { width: 100%; height: 100%; object-fit: cover; object-position: center bottom }
.band { background-color: var(--accent); color: var(--ink); padding: 10pt var(--side) }
.band.quiet { position: running(band); display: grid; grid-template-columns: auto 1fr; align-items: center; column-gap: 8pt }
.band.loud .number { text-fit: grow; font-family: number; line-height: 1.1 }
.band .who span { display: block }
.tel { white-space: nowrap; font-weight: bold }
.thing > h2 { display: grid; grid-template-columns: 34pt 1fr; column-gap: 10pt; align-items: end }
.thing:not(:first-child) { margin-block-start: calc(var(--gap) * 2) }
.door { background-color: var(--accent); font-size: 40pt; line-height: 1; text-align: center }
.gives > li { display: grid; grid-template-columns: 12pt 1fr; column-gap: var(--gap); list-style-type: none }
.gives .mark { width: 12pt; height: 14pt; margin-block-start: .17em }
.finding { border-block-start: .75pt solid; padding-block-start: 3pt; margin-block: var(--gap) }
.finding cite { display: block }
.way > li { display: grid; grid-template-columns: repeat(1, 34pt) minmax(0, 1fr); min-height: 50pt; align-items: center }
.way .no { align-self: stretch; background-color: var(--accent); text-align: center }
.way li:nth-child(odd) .no { font-size: 1.5em }
.disclosure p { font-size: max(9pt, .875rem); orphans: 3 }
.disclosure :lang(es) { font-weight: 700 }
[dir="rtl"] img, :dir(rtl) .mark { transform: scaleX(-1) }
`;
