import type { Trail } from '../../model/trail.ts';
import { ReadingTime } from './ReadingTime.tsx';

interface Props {
  trail: Trail;
  /** Day of the page, `2025-12-17`: a story of that day shows its time, others their date. */
  day?: string | undefined;
  showByline?: boolean;
}

/** When, how long, by whom: the line under a trail. Says only what the story has. */
export function TrailMeta({ trail, day, showByline = false }: Props) {
  const { published, minutes, byline } = trail;
  const when =
    published && (published.day === day ? (published.clock ?? published.brief) : published.date);
  const parts = [
    showByline && byline !== undefined && <bdi key="byline">{byline}</bdi>,
    published && (
      <time key="when" dateTime={published.at} dir="auto">
        {when}
      </time>
    ),
    minutes !== undefined && <ReadingTime key="minutes" minutes={minutes} />,
  ].filter((part) => part !== false && part !== undefined);
  if (parts.length === 0) return null;
  return (
    <p className="meta">
      {parts.flatMap((part, index) => (index === 0 ? [part] : ['\u00a0· ', part]))}
    </p>
  );
}
