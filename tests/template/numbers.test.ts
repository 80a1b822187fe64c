import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLocale } from '../../src/locale/index.ts';
import { problemsOf } from '../content/folder.ts';
import { compiled, facts, guide, printed, root } from './templates.ts';

/** The guide with a text of its own and, where it is given, another number. */
function guideWith(title: string, main = guide.data.helplines.main) {
  const texts = new Map([...guide.texts, ['title', { ...guide.texts.get('title')!, text: title }]]);
  return { ...guide, texts, data: { ...guide.data, helplines: { ...guide.data.helplines, main } } };
}
const render = (template: string, own: typeof guide) =>
  compiled(template)
    .render(own, loadLocale('en', own, join(root, 'locales')), facts)
    .replace(/<!--.*?-->| data-o="\d+"/g, '');

describe("a helpline's number in what a template prints", () => {
  it.each([
    [
      '{{say title}}',
      'Ask <a href="tel:{main:dial}" title="Call {main:display}"><bdi class="tel" dir="ltr">{main:display}</bdi></a>!',
    ],
    ['{{plain title}}', 'Ask {main:display}!'],
    ['<p title="{{plain title}}"></p>', '<p title="Ask {main:display}!"></p>'],
    ['{{wordPlain "source" name=title}}', 'Source: Ask {main:display}!'],
    ['{{wordPlain "source" name=(plain title)}}', 'Source: Ask {main:display}!'],
    ['{{wordPlain "source" name=qrAlt}}', 'Source: Code that dials {main:display}'],
    ['{{qrAlt}}', 'Code that dials {main:display}'],
  ])('%s is named, not written', (template, expected) => {
    const html = render(template, guideWith('Ask <helpline:main>!')).replace(
      /\ue000([a-z:]+)\ue001/g,
      '{$1}',
    );
    expect(html).toBe(expected);
  });

  it.each([
    [
      'Ask 800-315-1376!',
      'Ask <a href="tel:{main:dial}" title="Call {main:display}"><bdi class="tel" dir="ltr">{main:display}</bdi></a>!',
    ],
    [
      '[Ask 800-315-1376](tel:+18003151376)!',
      '<a href="tel:+18003151376">Ask <bdi class="tel" dir="ltr">{main:display}</bdi></a>!',
    ],
    [
      'Ask [911](tel:911) or 911.',
      'Ask <a href="tel:911" title="Call 911"><bdi dir="ltr">911</bdi></a> or <bdi class="typed" dir="ltr">911</bdi>.',
    ],
  ])('%s is what its mark is where it is typed', (title, expected) => {
    const html = render('{{say title}}', guideWith(title)).replace(/\ue000([a-z:]+)\ue001/g, '{$1}');
    expect(html).toBe(expected);
  });

  it('changes nothing of the HTML', () => {
    const template =
      '{{say title}}{{plain title}}{{helpline}}{{qrAlt}}{{wordPlain "source" name=qrAlt}}{{#each (distribute sections 2)}}{{#each this}}{{say line}}{{/each}}|{{/each}}';
    const title = 'Ask <helpline:main>!';
    const other = { ...guide.data.helplines.main, display: '988', dial: '988' };
    expect(render(template, guideWith(title, other))).toBe(render(template, guideWith(title)));
  });

  it.each([
    '{{#if (is qrAlt "Call")}}{{/if}}',
    '{{#if (is "Call" qrAlt)}}{{/if}}',
    '{{#if (is (plain title) "Call")}}{{/if}}',
    '{{#if (is (wordPlain "who") "Call")}}{{/if}}',
    '{{#if (is (helpline "main") "Call")}}{{/if}}',
    '{{#if (is imprint "Call")}}{{/if}}',
    '{{#if qrAlt}}{{/if}}',
    '{{#unless qrAlt}}{{/unless}}',
    '{{#if (not qrAlt)}}{{/if}}',
    '{{#if (and true qrAlt)}}{{/if}}',
    '{{#if (or qrAlt true)}}{{/if}}',
    '{{#if (or true qrAlt)}}{{/if}}',
    '{{#if (has qrAlt "length")}}{{/if}}',
    '{{#if (has this qrAlt)}}{{/if}}',
  ])('%s does not compare', (template) => {
    const [problem, ...more] = problemsOf(() => printed(`\n${template}`));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'TEMPLATE_SYNTAX', place: { line: 2 } });
    expect(problem!.message).toContain('does not compare');
  });

  it('nothing of it can be taken out', () => {
    for (const template of ['{{qrAlt.parts}}', '{{#each qrAlt.parts}}{{/each}}', '{{qrAlt.toHTML}}'])
      expect(problemsOf(() => printed(template)).length, template).toBe(1);
  });

  it('is not forged by a text that holds its mark', () => {
    for (const text of ['\ue000main:display\ue001', 'a\uf8ffb', 'a\ue000b'])
      for (const template of ['{{say title}}', '{{plain title}}'])
        expect(problemsOf(() => render(template, guideWith(text)))).toMatchObject([
          { code: 'INLINE_INVALID', place: { line: 1 } },
        ]);
    expect(render('{{plain title}}', guideWith('a\ud7fb\uf900b'))).toBe('a\ud7fb\uf900b');
  });
});
