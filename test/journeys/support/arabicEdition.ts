import { publishEdition } from './publishEdition.ts';

/** Slugs and headlines, the newest first. */
export const arabicStories = [
  ['moon', 'القمر يبتعد عنا كل عام'],
  ['pump', 'مضخة في شارع برود'],
  ['clock', 'ساعة وجدت خط الطول في البحر'],
  ['bridge', 'جسر روماني ما زال يحمل الماء'],
  ['stone', 'حجر رشيد وثلاثة خطوط'],
  ['summer', 'بركان أخفى الصيف'],
  ['light', 'ضوء في بيت مظلم: ابن الهيثم وسؤال الإبصار'],
  ['letters', 'رسائل بسعر واحد'],
  ['map', 'خريطة غرينتش'],
  ['peace', 'محادثات السلام في برلين'],
] as const;

/** Publishes ten stories as an edition that runs from the right. @returns its folder */
export function publishArabicEdition(): Promise<string> {
  const about = {
    name: 'الجريدة',
    language: 'ar',
    tagline: 'أخبار وعلوم وتاريخ',
    sections: ['العلوم', 'التاريخ'],
  };
  const articles = arabicStories.map(([slug, headline], index) => ({
    slug,
    headline,
    published: new Date(Date.UTC(2025, 11, 17, 5, -11 * index)).toISOString(),
    section: index % 2 === 0 ? 'العلوم' : 'التاريخ',
    body: ['كان السؤال بسيطًا، لكن الجواب احتاج إلى ألف سنة (الفصل 3).'],
  }));
  return publishEdition('arabic', { 'lede.json': about, 'articles.json': articles });
}
