import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Site } from '../../model/edition.ts';
import type { LoadProblem } from '../data/problems.ts';
import { ProblemPage } from '../pages/ProblemPage.tsx';
import { words } from '../ui/words.ts';
import { Arrival } from './Arrival.tsx';
import { Frame } from './Frame.tsx';
import { KeptInstead } from './KeptInstead.tsx';
import { Loading } from './Loading.tsx';
import { Missing } from './Missing.tsx';

interface Props {
  site: Site;
  address: string;
  problem: LoadProblem;
  retry: () => void;
}

/** What stands in the place of a page that could not be had, inside the frame that leads on. */
export function Problem({ site, address, problem: { kind }, retry }: Props): ReactNode {
  const { reset } = useQueryErrorResetBoundary();
  if (kind === 'not-here') return <Missing site={site} address={address} />;
  const again = (): void => {
    // A newer form needs a newer reader, which only loading the page brings.
    if (kind === 'newer') {
      window.location.reload();
      return;
    }
    reset();
    retry();
  };
  return (
    <KeptInstead
      site={site}
      address={address}
      why={kind}
      pending={<Loading site={site} address={address} />}
    >
      <Arrival title={`${words.problems[kind].title} · ${site.name}`}>
        <Frame site={site} address={address}>
          <ProblemPage kind={kind} site={site} onRetry={again} />
        </Frame>
      </Arrival>
    </KeptInstead>
  );
}
