import { Component } from 'react';
import type { ReactNode } from 'react';
import { BrokenScreen } from './BrokenScreen.tsx';

type Props = {
  children: ReactNode;
  /** Another value tries again: a new address leaves a broken screen behind. */
  resetKey?: string;
};
type State = { error: Error | undefined; resetKey: string | undefined };

/** React keeps error boundaries as classes; this is the only one. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    if (props.resetKey === state.resetKey) return null;
    return { error: undefined, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <BrokenScreen error={error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
