import { describe, expect, it } from 'vitest';
import { dividedLinks, holdsLinkInLink } from '../../src/template/divided-links.ts';

describe('a link within a link', () => {
  it.each([
    ['divides it', '<a o>b <a i>n</a> c</a>', '<a o>b </a><a i>n</a><a o> c</a>'],
    ['ends it', '<a o>b <a i>n</a></a>', '<a o>b </a><a i>n</a>'],
    ['begins it', '<p><a o><a i>n</a> c</a></p>', '<p><a i>n</a><a o> c</a></p>'],
    ['is all of it', '<a o><b><a i>n</a></b></a>d', '<a i>n</a>d'],
    [
      'divides what it stands in',
      '<a o><b>w</b> <i>s <a i><u>n</u></a> t</i></a>',
      '<a o><b>w</b> <i>s </i></a><a i><u>n</u></a><a o><i> t</i></a>',
    ],
    [
      'twice',
      '<a o>b <a i>n</a> c <a j>m</a> d</a>',
      '<a o>b </a><a i>n</a><a o> c </a><a j>m</a><a o> d</a>',
    ],
    ['beside a picture', '<a o><img x><a i>n</a><img y></a>', '<a o><img x></a><a i>n</a><a o><img y></a>'],
    [
      'as a number',
      '<a o>b <bdi class="typed">n</bdi> c</a>',
      '<a o>b </a><bdi class="typed">n</bdi><a o> c</a>',
    ],
    ['within comments', '<a o><!--k-->b <a i>n</a><!--/k--></a>', '<!--k--><a o>b </a><a i>n</a><!--/k-->'],
  ])('%s', (_, html, divided) => {
    expect(holdsLinkInLink(html)).toBe(true);
    expect(dividedLinks(html)).toBe(divided);
  });

  it.each([
    '<a o>b</a><a i>n</a>',
    '<p>b</p>',
    '<abbr><a o>b</a></abbr>',
    '<a o><bdi>b</bdi></a><bdi class="typed">n</bdi>',
    '',
  ])('is none in %j', (html) => {
    expect(holdsLinkInLink(html)).toBe(false);
    expect(dividedLinks(html)).toBe(html);
  });
});
