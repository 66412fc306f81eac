import { joinPath } from '../../../model/problem.ts';
import type { FeedReading, Standing } from '../feeds/feedItem.ts';
import { readFeed } from '../feeds/readFeed.ts';
import type { SourceFile, WireResult } from '../wireItem.ts';
import { parseXml, type Shape } from './parseXml.ts';
import { XmlElement } from './xmlElement.ts';
import { xmlText } from './xmlText.ts';

/**
 * Reads a file's XML and hands its root over. A file that cannot be read is refused, and so is one that was read in part,
 * beside the items of that part: what else came from it in a run before is not gone.
 */
export function readXml(
  file: SourceFile,
  shape: Shape,
  read: (root: XmlElement) => WireResult,
): WireResult {
  const { text, warnings } = xmlText(file.bytes);
  const reading = parseXml(text, shape);
  const notice = (problem: (typeof warnings)[number]): WireResult['warnings'][number] => ({
    ref: file.name,
    problem,
  });
  if (!reading.ok) {
    return {
      items: [],
      refused: [{ ref: file.name, problems: [reading.problem] }],
      warnings: warnings.map(notice),
    };
  }
  const result = read(reading.root);
  const { cut } = reading;
  return {
    ...result,
    refused: [
      ...(cut === undefined ? [] : [{ ref: file.name, problems: [cut] }]),
      ...result.refused,
    ],
    warnings: [...[...warnings, ...reading.warnings].map(notice), ...result.warnings],
  };
}

/** Reads each element as an item; those that are not well-formed are refused by themselves. */
export function readElements(
  file: SourceFile,
  elements: readonly XmlElement[],
  path: string | undefined,
  read: (element: XmlElement, standing: Standing) => FeedReading,
): WireResult {
  return readFeed(file, elements, path, (element, standing) => {
    if (!(element instanceof XmlElement)) {
      return {
        problem: {
          code: 'invalid-item',
          at: standing.at,
          message: 'expected an element, got something else',
        },
      };
    }
    if (element.broken === undefined) return read(element, standing);
    return { problem: { ...element.broken, at: joinPath(standing.at, element.broken.at) } };
  });
}
