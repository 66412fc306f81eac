import { describe, expect, it } from 'vitest';
import type { Relation } from '../../../../src/publisher/desk/related/relatedArchive.ts';
import type { Entry } from '../../../../src/publisher/desk/related/entry.ts';
import type { Told } from '../../../../src/publisher/desk/related/signature.ts';
import { listsOf, slugs, told } from './archives.ts';

const subjects =
  'harbour orchard violin glacier census bakery tramway lantern meadow archive pottery saddle beacon quarry walnut parade'.split(
    ' ',
  );
/** Stories that have nothing in common but how English is written. */
const others = subjects.map((subject, at) =>
  told(`other-${at}`, `The ${subject} of the town and what is left of it`, { at: at * 3 }),
);

function listOf(slug: string, stories: readonly Entry[]): readonly Relation[] {
  return listsOf([...stories, ...others]).get(slug) ?? [];
}

const day = 20_000;
const quake = (more: Partial<Told> = {}): Entry[] => [
  told('quake', 'Strong earthquake strikes Lisbon', { at: day, ...more }),
  told('tremor', 'Lisbon in ruins after earthquake and flood', { at: day + 1 }),
];

describe('the related stories of a story', () => {
  it('are those of the same event, told in other words', () => {
    const [first] = listOf('quake', quake());
    expect(first).toMatchObject({ slug: 'tremor', reason: 'same-story' });
    expect(first?.score).toBeGreaterThan(0.5);
  });

  it('are none when nothing is like it', () => {
    const alone = told('alone', 'A comet was seen from the observatory', { at: day });
    expect(listOf('alone', [alone, ...quake()])).toEqual([]);
    const lists = listsOf(others);
    expect([...lists.values()].flat()).toEqual([]);
  });

  it.each([
    [
      'a label',
      ['Match report: Leeds v Hull', 'Match report: York v Bath', 'Match report: Derby v Luton'],
    ],
    ['a label and its date', ['Minutes 3 May 2026', 'Minutes 10 May 2026', 'Minutes 17 May 2026']],
    ['a date', ['3 May 2026', '4 May 2026', '5 May 2026', '6 June 2026']],
  ])(
    'are none for a headline that shares but %s, in an archive that hardly began',
    (_, headlines) => {
      const stories = headlines.map((headline, at) =>
        told(`kind-${at}`, headline, { at: day + at }),
      );
      const around = [
        told('bridge', 'Council votes on the new bridge over the river'),
        told('harbour', 'Power failure hits harbour during the night'),
        told('trees', 'School children plant four hundred trees'),
      ];
      const lists = listsOf([...stories, ...around]);
      expect(stories.flatMap(({ slug }) => slugs(lists.get(slug) ?? []))).toEqual([]);
    },
  );

  it('are none for what has nothing in common but how its language is written, though few write it', () => {
    const welsh = [
      [
        'Yr ysgol yn agor ei drysau yn y gwanwyn',
        'Mae’r ysgol yn dweud y bydd y plant yn ôl, ac mae’r athrawon yn barod.',
      ],
      [
        'Ffermwyr yn gofidio am y glaw yn y cwm',
        'Mae’r ffermwyr yn dweud y bydd y cnydau yn hwyr, ac mae’r caeau yn wlyb.',
      ],
      [
        'Y cyngor yn gwerthu hen neuadd y dref',
        'Mae’r cyngor yn dweud y bydd yr arian yn mynd ar y ffyrdd, ac mae’r bobl yn grac.',
      ],
      [
        'Côr y bechgyn yn canu yn Llundain',
        'Mae’r côr yn dweud y bydd y daith yn hir, ac mae’r bechgyn yn hapus.',
      ],
    ].map(([headline = '', text = ''], at) =>
      told(`stori-${at}`, headline, { at: day, body: [text], language: 'cy' }),
    );
    const lists = listsOf([...others, ...welsh]);
    expect(welsh.flatMap(({ slug }) => lists.get(slug) ?? [])).toEqual([]);
  });

  it('are those of its own language, though others tell of the same event', () => {
    const stories = [
      ...quake(),
      told('beben', 'Schweres Erdbeben zerstört Lissabon', { at: day }),
      told('flut', 'Lissabon nach Erdbeben und Flut in Trümmern', { at: day + 1 }),
    ];
    expect(slugs(listOf('quake', stories))).toEqual(['tremor']);
    expect(slugs(listOf('beben', stories))).toEqual(['flut']);
  });

  it('are background when they are older, and the same story again when they follow within the month', () => {
    const later = told('later', 'Lisbon earthquake: king orders new streets for Lisbon', {
      at: day + 20,
    });
    const reasons = (slug: string, other: string): unknown =>
      listOf(slug, [...quake(), later]).find((one) => one.slug === other)?.reason;
    expect(reasons('later', 'quake')).toBe('background');
    expect(reasons('quake', 'later')).toBe('same-story');
  });

  it('may share people or a place and little else', () => {
    const stories = [
      told('one', 'Physics prize for radiation', { people: ['marie-curie'], places: ['paris'] }),
      told('two', 'Cars that carry X-rays to the front', { people: ['marie-curie'] }),
      told('three', 'Tower is finished in time', { places: ['paris'] }),
    ];
    expect(listOf('one', stories)).toMatchObject([
      { slug: 'two', reason: 'same-people' },
      { slug: 'three', reason: 'same-place' },
    ]);
  });

  it('may share no more than their topics, and say so: no editor chose them', () => {
    const tags = ['bridges', 'budget'];
    const stories = [
      told('one', 'Council counts its crossings', { tags }),
      told('two', 'What a winter did to steel', { tags }),
    ];
    expect(listOf('one', stories)).toMatchObject([{ slug: 'two', reason: 'same-topic' }]);
  });

  it('begin with the next and the earlier part of its series', () => {
    const parts = [1, 2, 3].map((part) => told(`part-${part}`, `The salt road, part ${part}`));
    expect(listOf('part-2', parts)).toEqual([
      { slug: 'part-3', reason: 'series-next', score: 1 },
      { slug: 'part-1', reason: 'series-earlier', score: 1 },
    ]);
  });

  it('never hold a copy of it, nor two copies of one text', () => {
    const body = [
      'A strong earthquake struck Lisbon on All Saints’ Day while the churches were full, and a wave followed.',
    ];
    const copies = ['copy-1', 'copy-2'].map((slug) =>
      told(slug, 'Strong earthquake strikes Lisbon', { at: day, body }),
    );
    expect(slugs(listOf('copy-1', [...copies, ...quake()]))).not.toContain('copy-2');
    const listed = slugs(listOf('tremor', [...copies, ...quake()]));
    expect(listed.filter((slug) => slug.startsWith('copy'))).toHaveLength(1);
  });

  it.each([
    ['ja', '東海道新幹線が開業', '夢の超特急、東海道新幹線の一番列車が出発', '国立競技場で開会式'],
    ['zh', '唐山发生强烈地震', '唐山地震震动京津', '神舟飞船返回草原'],
    [
      'ar',
      'اكتمال السد العالي في أسوان',
      'مياه النيل ترتفع خلف سد أسوان',
      'محفوظ يفوز بجائزة نوبل',
    ],
    ['th', 'แผ่นดินไหวรุนแรงที่เชียงราย', 'เชียงรายเสียหายหลังแผ่นดินไหว', 'เปิดรถไฟสายใหม่ในกรุงเทพ'],
    ['lo', 'ນ້ຳຖ້ວມໃນວຽງຈັນ', 'ວຽງຈັນເສຍຫາຍຫຼັງນ້ຳຖ້ວມ', 'ເປີດທາງລົດໄຟສາຍໃໝ່'],
    ['km', 'ទឹកជំនន់នៅភ្នំពេញ', 'ភ្នំពេញរងការខូចខាតក្រោយទឹកជំនន់', 'បើកផ្លូវដែកថ្មី'],
    ['my', 'ရန်ကုန်မှာ ရေကြီး', 'ရေကြီးပြီးနောက် ရန်ကုန် ပျက်စီး', 'ရထားလမ်းသစ် ဖွင့်လှစ်'],
    ['ko', '서울 지하철 1호선 개통', '지하철 개통에 서울 시민 환호', '부산에서 영화제 막 올라'],
    [
      'ru',
      'Гагарин полетел в космос',
      'Первый полёт человека в космос совершил Гагарин',
      'Мост через Неву открыт',
    ],
  ])('are found in any script: %s', (_, one, same, unlike) => {
    const stories = [told('one', one), told('same', same), told('unlike', unlike)];
    expect(slugs(listOf('one', stories))).toEqual(['same']);
  });
});
