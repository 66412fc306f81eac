import type { ReactNode } from 'react';
import { frontAddress, pageAddress, sectionAddress } from '../../model/address.ts';
import type { PageDocument } from '../../model/document.ts';
import type { Site } from '../../model/edition.ts';
import { AppearanceButton } from '../features/appearance/AppearanceButton.tsx';
import { TakeAlongButton } from '../features/offline/TakeAlongButton.tsx';
import { SavedLink } from '../features/saved/SavedLink.tsx';
import { Colophon } from '../furniture/Colophon.tsx';
import { Masthead } from '../furniture/Masthead.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { BackControl } from './BackControl.tsx';
import { LateNotice } from './LateNotice.tsx';
import { SharedPart } from './sharedParts.ts';

interface Props {
  site: Site;
  address: string;
  document?: PageDocument;
  /** One notice at most, under the masthead. */
  notice?: ReactNode;
  children: ReactNode;
}

/** What stands around every page: masthead, main part, colophon. Only the front page carries the edition's date. */
export function Frame({ site, address, document, notice, children }: Props): ReactNode {
  const front = document?.schema === 'lede-front/1' ? document : undefined;
  const time = front?.published.clock;
  const current = currentOf(address, document);
  const masthead = (
    <Masthead
      site={site}
      current={current}
      {...(front && { dayLine: { day: front.day, ...(time !== undefined && { time }) } })}
      back={<BackControl />}
      tools={
        <>
          <TakeAlongButton />
          <SavedLink current={address} />
          <AppearanceButton />
        </>
      }
    />
  );
  const colophon = <Colophon site={site} {...(front && { edition: front })} />;
  // Only where pages are printed, many in turn, and in no browser's script.
  const isShared = import.meta.env.SSR && front === undefined;
  return (
    <div className="page">
      <SkipLink />
      {isShared ? (
        <SharedPart name={`masthead ${markedIn(current)}`}>{masthead}</SharedPart>
      ) : (
        masthead
      )}
      {notice}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {isShared ? <SharedPart name="colophon">{colophon}</SharedPart> : colophon}
      <LateNotice site={site} address={address} version={document?.version} />
    </div>
  );
}

/** The address that the masthead marks: the page's own, or the section its story stands in. */
function currentOf(address: string, document: PageDocument | undefined): string {
  if (document?.schema === 'lede-list/1') return document.address;
  if (document?.schema !== 'lede-story/1' || document.kind !== 'story') return address;
  return document.section === undefined ? address : sectionAddress(document.section.slug);
}

/** What a masthead shows of an address: only those that it leads to, and what lies below a section, are marked. */
function markedIn(current: string): string {
  const leads = [frontAddress, pageAddress('saved')];
  return leads.includes(current) || current.startsWith(sectionAddress('')) ? current : '';
}
