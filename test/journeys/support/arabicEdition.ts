import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../support/projectFolder.ts';
import { editionFolders } from './editions.ts';

const lede = path.join(projectFolder, 'build/publisher/lede.js');

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
export async function publishArabicEdition(): Promise<string> {
  const folder = path.join(path.dirname(editionFolders.sample), 'arabic');
  const sources = path.join(folder, '..', 'arabic-sources');
  const memory = path.join(folder, '..', '.lede', 'arabic');
  for (const old of [folder, sources, memory]) await rm(old, { recursive: true, force: true });
  await mkdir(sources, { recursive: true });
  const about = {
    name: 'الجريدة',
    language: 'ar',
    tagline: 'أخبار وعلوم وتاريخ',
    sections: ['العلوم', 'التاريخ'],
  };
  await writeFile(path.join(sources, 'lede.json'), JSON.stringify(about));
  const articles = arabicStories.map(([slug, headline], index) => ({
    slug,
    headline,
    published: new Date(Date.UTC(2025, 11, 17, 5, -11 * index)).toISOString(),
    section: index % 2 === 0 ? 'العلوم' : 'التاريخ',
    body: ['كان السؤال بسيطًا، لكن الجواب احتاج إلى ألف سنة (الفصل 3).'],
  }));
  await writeFile(path.join(sources, 'articles.json'), JSON.stringify(articles));
  const now = ['--now', '2025-12-17T06:00:00Z'];
  await promisify(execFile)(process.execPath, [lede, 'publish', sources, '--out', folder, ...now]);
  return folder;
}
