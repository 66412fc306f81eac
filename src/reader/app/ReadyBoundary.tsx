import { Component, type ReactNode } from 'react';

interface Props {
  isOpened: boolean;
  children: ReactNode;
}

interface State {
  error?: Error;
}

/** A page that cannot be shown is told of when the reader opens it, and costs them nothing while it is only made ready. */
export class ReadyBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    if (this.props.isOpened) throw error;
    return null;
  }
}
