import { describe, expect, it } from 'vitest';
import { htmlWords, lineOfText } from '../../../../src/publisher/wire/feeds/htmlWords.ts';

describe('a line out of HTML', () => {
  it.each([
    ['<p style="display:none">Secret</p><p>Shown</p>', 'Shown'],
    ['<div style="display:none;max-height:0">Secret <div>too</div> secret</div>Shown', 'Shown'],
    ['Head <span hidden>Secret</span> end', 'Head end'],
    ['Head <span/hidden>Secret</span> end', 'Head end'],
    ['<p title="a"hidden>Secret</p>Shown', 'Shown'],
    [`<p title="${'a'.repeat(20_000)}" hidden>Secret</p>Shown`, 'Shown'],
    ['<p hidden>Secret<p>Shown <b>words</b></p>', 'Shown words'],
    ['Head <b hidden>meant &amp; read <big>x</big>', 'Head meant & read x'],
    ['<img style="display:none" src="a.gif">Words</img> more', 'Words more'],
    ['Head <span hidden/>and <span>more</span>', 'Head and more'],
    [
      'Head <span hidden>meant &amp; read, for want of an end',
      'Head meant & read, for want of an end',
    ],
    ['Head <span hidden/> &amp; end', 'Head & end'],
    ['The <svg> tag &amp; more', 'The tag & more'],
    ['<em>The</em> <title> tag', 'The tag'],
    ['The <svg viewBox="0 0 1 1"><text>drawn</text></svg> tag', 'The tag'],
    ['Words <script>let a = 1; <b>&amp;</b>', 'Words'],
    ['<b>Words</b> <!-->more', 'Words more'],
    ['<b>Words</b> <!--->more', 'Words more'],
    ['<b>Words</b> <!-- note --!> more', 'Words more'],
    ['<b>Words</b> <!-- without an end', 'Words without an end'],
  ])('reads %j as %j', (written, read) => {
    expect(lineOfText(written)).toBe(read);
  });

  it('reads each character once, whatever stands there', () => {
    for (const mark of [
      '<svg>',
      '<!--',
      '<!-- --',
      '<p hidden>',
      '<p hidden></p ',
      '<b hidden',
      '<title/>',
    ]) {
      expect(htmlWords(`Words ${mark.repeat(200_000 / mark.length)}`)).toContain('Words');
    }
  });
});
