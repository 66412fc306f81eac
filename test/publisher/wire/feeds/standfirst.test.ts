import { describe, expect, it, vi } from 'vitest';
import { joinSummaries, toStandfirst } from '../../../../src/publisher/wire/feeds/standfirst.ts';

describe('a standfirst', () => {
  it.each([
    'Children who read more at home do better in maths, a study of 12,000 pupils finds',
    'The minister hoped that voters would keep reading about the scandal for weeks.',
    'Pupils read on despite the storm, which took the roof of the hall.',
    'The library is open again. Read more books, the mayor said at the door.',
    'Les élèves continuent : lire la suite en classe est permis.',
  ])('is kept whole when its own words are those of a link: %s', (summary) => {
    expect(toStandfirst(summary, []).standfirst).toBe(summary);
  });

  it.each([
    'Rain is on its way. Read more',
    'Rain is on its way. Read more…',
    'Rain is on its way. [Read more]',
    'Rain is on its way. Continue reading Luna →',
    'Rain is on its way. Continue reading “How the aqueduct leaks?”',
    'Rain is on its way. Read more: Where it fell, and why. »',
    'Rain is on its way Continue reading →',
    'Rain is on its way. (Weiterlesen)',
    'Rain is on its way. Keep reading on the site',
  ])('loses the link to the rest: %s', (summary) => {
    expect(toStandfirst(summary, []).standfirst?.replace(/\.$/, '')).toBe('Rain is on its way');
  });

  it('is cut before the mark of a cut', () => {
    expect(toStandfirst('Rain is on its […] Continue reading', []).standfirst).toBe(
      'Rain is on its',
    );
  });

  it('may be nothing but such words', () => {
    expect(toStandfirst('Read more', []).standfirst).toBe('Read more');
  });
});

describe('a summary that is as long as a text', () => {
  const summary = 'The water stood above the old mark, and the master wrote it down. '
    .repeat(20)
    .trim();
  const paragraph = (text: string) => ({ type: 'paragraph' as const, children: [text] });
  const picture = { type: 'picture' as const, picture: { src: 'a.jpg', alt: null } };

  it('is the beginning of the body', () => {
    const body = [paragraph('See his notes.'), picture];
    expect(toStandfirst(summary, body)).toEqual({ body: [paragraph(summary), ...body] });
    expect(toStandfirst(summary, [])).toEqual({ body: [paragraph(summary)] });
  });

  it('takes the place of a body that only begins it', () => {
    const body = [paragraph(summary.slice(0, 40)), picture];
    expect(toStandfirst(summary, body)).toEqual({ body: [paragraph(summary), picture] });
  });

  const line = (day: number): string =>
    `On day ${day} the water stood ${day + 40} centimetres above the old mark, by the bridge.`;
  const days = (from: number, to: number): string =>
    Array.from({ length: to - from + 1 }, (_, index) => line(from + index)).join(' ');

  it('takes no short sentence of the text away, wherever its others stand', () => {
    const body = [
      paragraph(`${line(2)} ${line(1)} He denies it.`),
      paragraph(line(4)),
      paragraph('No.'),
      paragraph('On day 5 the water sto'),
    ];
    const said = toStandfirst(days(1, 20), body);
    expect(said.body).toEqual([paragraph(days(1, 20)), body[0], body[2]]);
  });

  it('looks for each sentence once, however many there are', () => {
    const searches = (count: number): number => {
      const body = Array.from({ length: count }, (_, index) => paragraph(line(count - index)));
      const text = days(1, 1.5 * count);
      const spies = (['includes', 'indexOf', 'startsWith'] as const).map((search) =>
        vi.spyOn(String.prototype, search),
      );
      const said = toStandfirst(text, body);
      const calls = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
      for (const spy of spies) spy.mockRestore();
      expect(said.body).toHaveLength(1);
      return calls;
    };
    expect(searches(4000)).toBeLessThan(2.5 * searches(2000) + 100);
  });

  it('leaves what is shown within words that go', () => {
    const embed = { type: 'embed' as const, url: 'https://example.org/', title: 'The film' };
    const quote = { type: 'quote' as const, blocks: [paragraph(line(4)), picture] };
    const list = {
      type: 'list' as const,
      ordered: false,
      items: [[paragraph(line(5))], [paragraph(line(6)), picture]],
    };
    const body = [paragraph(line(2)), quote, list, embed];
    expect(toStandfirst(days(1, 20), body).body).toEqual([
      paragraph(days(1, 20)),
      picture,
      picture,
      embed,
    ]);
    const cut = { type: 'quote' as const, blocks: [paragraph(summary.slice(0, 40)), picture] };
    expect(toStandfirst(summary, [cut])).toEqual({ body: [paragraph(summary), picture] });
  });

  it('takes no heading for a cut sentence', () => {
    const heading = {
      type: 'heading' as const,
      level: 2 as const,
      children: ['On day 5 the water stood'],
    };
    const body = [paragraph(`${line(2)} ${line(1)}`), heading, paragraph(line(4))];
    expect(toStandfirst(days(1, 20), body).body).toEqual([paragraph(days(1, 20)), heading]);
  });

  it('is not said again where something stands in the midst of the text', () => {
    const body = [
      paragraph(days(1, 9)),
      paragraph('Read also: Dry weeks.'),
      paragraph(days(10, 20)),
    ];
    expect(toStandfirst(days(1, 20), body)).toEqual({ body });
  });

  it('leaves what only it says: before the text, in its midst and after it', () => {
    const body = [paragraph(days(1, 9)), paragraph(days(11, 20))];
    const more = `A bad month for the harbour. ${days(1, 20)} The post stands on another site.`;
    expect(toStandfirst(more, body)).toEqual({
      standfirst: 'A bad month for the harbour.',
      body: [...body, paragraph('The post stands on another site.')],
      unsaid: 15,
    });
  });

  it('takes the place of a cut body with marks of its own, as its paragraphs', () => {
    const set = [paragraph(days(1, 10)), paragraph(days(11, 20)), picture];
    const more = paragraph('The rest stands on the site of the harbour.');
    const body = [paragraph(`${days(1, 9)} On day 10 the …`), more, picture];
    expect(toStandfirst(days(1, 20), body, set)).toEqual({ body: [set[0], set[1], more, picture] });
  });

  it('takes no sentence away that only the body has', () => {
    const own = paragraph(`${days(1, 6)} The mayor denies all of it in a letter to the paper.`);
    const body = [own, paragraph(days(7, 8))];
    expect(toStandfirst(days(1, 20), body)).toEqual({ body: [paragraph(days(1, 20)), own] });
  });

  it('stands above a body that says something else', () => {
    const body = [paragraph('The bridge is closed until Monday, the town says.')];
    expect(toStandfirst(days(1, 20), body)).toEqual({ body: [paragraph(days(1, 20)), ...body] });
  });

  it('is not said twice', () => {
    const body = [paragraph('First.'), paragraph(summary)];
    expect(toStandfirst(summary, body)).toEqual({ body });
  });
});

it('is of all the lines that a source has for it', () => {
  expect(joinSummaries('It found a wreck', 'A small boat.')).toBe(
    'It found a wreck. A small boat.',
  );
  expect(joinSummaries('A small boat', 'A small boat, with a long life.')).toBe(
    'A small boat, with a long life.',
  );
  expect(joinSummaries('', 'A small boat')).toBe('A small boat');
  expect(joinSummaries('A small boat', 'A small boat')).toBe('A small boat');
});
