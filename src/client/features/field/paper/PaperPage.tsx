import { Redirect } from 'wouter';
import { BringPage } from './bring/BringPage.tsx';
import { DeclaredPage } from './declared/DeclaredPage.tsx';
import { LeafletPage } from './leaflet/LeafletPage.tsx';
import { RadioPage } from './radio/RadioPage.tsx';

interface PaperPageProps {
  readonly sheet: string;
  /** A record for what to bring and what was declared; a procedure for leaflet and radio. */
  readonly id: string;
}

/** `/paper/<sheet>/<id>`: what leaves the tablet on paper. */
export function PaperPage({ sheet, id }: PaperPageProps) {
  switch (sheet) {
    case 'bring':
      return <BringPage id={id} />;
    case 'declared':
      return <DeclaredPage id={id} />;
    case 'leaflet':
      return <LeafletPage id={id} />;
    case 'radio':
      return <RadioPage id={id} />;
    default:
      return <Redirect to="/" replace />;
  }
}
