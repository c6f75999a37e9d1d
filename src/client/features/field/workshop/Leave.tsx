import type { ReactNode } from 'react';
import { Button, LinkButton } from '../../../ui/Button.tsx';

export interface WayBack {
  /** The room that this one belongs to. */
  readonly href: string;
  /** Somebody came from a question that had no voice, and goes back to it. */
  readonly toQuestion: boolean;
}

interface LeaveProps {
  readonly back: WayBack;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** Out of a room of the workshop, to where one came from. */
export function Leave({ back, icon, children }: LeaveProps) {
  // Opened by its address alone, there is nothing to go back to.
  const isVisit = back.toQuestion && history.length > 1;
  return isVisit ? (
    <Button size="large" icon={icon} onClick={() => history.back()}>
      {children}
    </Button>
  ) : (
    <LinkButton href={back.href} size="large" icon={icon}>
      {children}
    </LinkButton>
  );
}
