import { Component, type ReactNode } from 'react';
import { problemOf, type LoadProblem } from '../data/problems.ts';

interface Props {
  /** What tells one visit from the next: the failure of one is none of the other's. */
  visit: string;
  children: ReactNode;
  /** What stands in the page's place. */
  fallback: (problem: LoadProblem, retry: () => void) => ReactNode;
}

interface State {
  visit?: string;
  error?: unknown;
}

/** Catches a page that could not be had, so that the masthead and the way back stay. */
export class PageBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromProps({ visit }: Props, state: State): State | null {
    return visit === state.visit ? null : { visit, error: undefined };
  }

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  readonly #retry = (): void => this.setState({ error: undefined });

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    // Anything else is a defect of ours: the page arrived and we could not show it.
    return this.props.fallback(problemOf(error) ?? { kind: 'unreadable' }, this.#retry);
  }
}
