import { storyAddress } from '../../model/address.ts';
import type { FullStory } from '../../model/story.ts';
import { ChangesButton } from '../features/changes/ChangesButton.tsx';
import { ResumeButton } from '../features/position/ResumeButton.tsx';
import { SaveButton } from '../features/saved/SaveButton.tsx';
import { blocksInView } from '../furniture/blocksInView.ts';
import { Body } from '../furniture/Body.tsx';
import { Byline } from '../furniture/Byline.tsx';
import { Corrections } from '../furniture/Corrections.tsx';
import { Kicker } from '../furniture/Kicker.tsx';
import { NextInSection } from '../furniture/NextInSection.tsx';
import { PictureFigure } from '../furniture/PictureFigure.tsx';
import { Provenance } from '../furniture/Provenance.tsx';
import { ReadingTime } from '../furniture/ReadingTime.tsx';
import { RelatedHeadlines } from '../furniture/RelatedHeadlines.tsx';
import { StoryTimes } from '../furniture/StoryTimes.tsx';
import { Topics } from '../furniture/Topics.tsx';
import { useSpoken, useWordsLanguage } from '../ui/site.ts';
import { useWhole } from '../ui/whole.ts';
import styles from './FullStoryPage.module.css';

const sizes = '(width >= 84rem) 56rem, (width >= 64rem) calc(100vw - 17rem), 100vw';

/** A story with its text, and what leads on from it. */
export function FullStoryPage({ story }: { story: FullStory }) {
  const lang = useWordsLanguage();
  const spoken = useSpoken(story);
  const isWhole = useWhole();
  const { published, updated, section, picture, next } = story;
  return (
    <>
      <article className={styles.story} {...spoken}>
        <header className={styles.head}>
          <Kicker kicker={story.kicker} label={story.label} section={section?.name} />
          <h1 className={styles.headline} tabIndex={-1}>
            {story.headline}
          </h1>
          {story.standfirst !== undefined && (
            <p className={`standfirst ${styles.standfirst}`}>{story.standfirst}</p>
          )}
        </header>
        <div className={styles.facts}>
          {story.byline !== undefined && <Byline byline={story.byline} />}
          <StoryTimes {...(published && { published })} {...(updated && { updated })} />
          <p className="meta">
            <ReadingTime minutes={story.minutes} />
          </p>
          <div className={styles.tools} lang={lang}>
            <SaveButton story={story} />
            {isWhole && (
              <>
                <ChangesButton story={story} />
                <ResumeButton address={storyAddress(story.slug)} />
              </>
            )}
          </div>
        </div>
        {picture !== undefined && (
          <PictureFigure className={styles.picture} picture={picture} sizes={sizes} isFirst />
        )}
        <div className={styles.text}>
          <Body
            blocks={story.body}
            dateline={story.dateline}
            hasEndMark
            only={isWhole ? undefined : blocksInView(story.body, window)}
          />
          {isWhole && (
            <>
              <Corrections corrections={story.corrections} />
              <Provenance story={story} />
              <Topics topics={story.topics} />
            </>
          )}
        </div>
      </article>
      {isWhole && (
        <div className={styles.after}>
          <RelatedHeadlines related={story.related} place="foot" />
          {next !== undefined && <NextInSection next={next} {...(section && { section })} />}
        </div>
      )}
    </>
  );
}
