import { cleanLine } from './cleanText.ts';
import type { XmlElement } from './xml/xmlElement.ts';

/** Copyright and usage terms, in the words that the document has for readers; else from its data. */
export function nitfRights(root: XmlElement): string | undefined {
  const top = root.first('nitf:body')?.first('nitf:body.head');
  const docdata = root.first('nitf:head')?.first('nitf:docdata');
  const written = top?.all('nitf:rights', 'nitf:copyrite').map(({ text }) => cleanLine(text)) ?? [];
  const data = docdata?.all('nitf:doc.copyright', 'nitf:doc.rights').map((element) => {
    const holder = element.attribute('holder') ?? element.attribute('owner');
    const year = element.attribute('year') ?? element.attribute('startdate')?.slice(0, 4);
    return holder === undefined ? '' : cleanLine(`© ${year ?? ''} ${holder}`);
  });
  const [line] = [...written, ...(data ?? [])].filter((words) => words !== '');
  return line?.slice(0, 1000);
}
