import { Component, type ErrorInfo, type ReactNode } from 'react';
import { BrokenPage } from './BrokenPage.tsx';

interface State {
  readonly failure: unknown;
}

/** The last net: a plain sentence and a way on. What was saved is saved; nothing is deleted here. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failure: undefined };

  static getDerivedStateFromError(failure: unknown): State {
    return { failure };
  }

  override componentDidCatch(failure: unknown, info: ErrorInfo): void {
    // The stack names components and functions; what people typed is in neither.
    console.error(failure, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.failure === undefined ? this.props.children : <BrokenPage reason="broken" />;
  }
}
