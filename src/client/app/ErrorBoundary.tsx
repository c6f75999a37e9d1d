import { Component, type ErrorInfo, type ReactNode } from 'react';
import { StorageLost } from '../storage/storage-lost.ts';
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
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    // A screen that read before the app was told: never "what was saved is there" where it is not.
    return <BrokenPage reason={failure instanceof StorageLost ? failure.why : 'broken'} />;
  }
}
