import { storyAddress } from '../../model/address.ts';
import type { Trail } from '../../model/trail.ts';
import { SiteLink } from '../ui/SiteLink.tsx';

interface Props {
  trail: Pick<Trail, 'slug' | 'headline'>;
  level: 2 | 3 | 4;
  /** 1 for a package's first, 2 in lists, 3 in columns. */
  size: 1 | 2 | 3;
}

/** A headline that leads to its story. */
export function HeadlineLink({ trail, level, size }: Props) {
  const Heading = `h${level}` as const;
  return (
    <Heading className={`headline-${size}`}>
      <SiteLink to={storyAddress(trail.slug)}>{trail.headline}</SiteLink>
    </Heading>
  );
}
