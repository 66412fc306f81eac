import type { Site } from '../../model/edition.ts';
import type { Story } from '../../model/story.ts';
import { BriefPage } from './BriefPage.tsx';
import { FullStoryPage } from './FullStoryPage.tsx';
import { WithdrawnPage } from './WithdrawnPage.tsx';

/** What stands at /story/<slug>: the story, its headline alone, or the notice that it was taken back. */
export function StoryPage({ story, site }: { story: Story; site: Site }) {
  switch (story.kind) {
    case 'story':
      return <FullStoryPage story={story} />;
    case 'brief':
      return <BriefPage brief={story} site={site} />;
    case 'withdrawn':
      return <WithdrawnPage story={story} site={site} />;
  }
}
