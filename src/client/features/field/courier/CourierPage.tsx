import { BringPage } from './BringPage.tsx';
import { CarriedPage } from './CarriedPage.tsx';
import { CourierHome } from './CourierHome.tsx';
import { SendPage } from './SendPage.tsx';

/** `/courier`, `/courier/send`, `/courier/bring`, `/courier/carried`: sealed items carried by hand. */
export function CourierPage({ room }: { readonly room: string | undefined }) {
  switch (room) {
    case 'send':
      return <SendPage />;
    case 'bring':
      return <BringPage />;
    case 'carried':
      return <CarriedPage />;
    default:
      return <CourierHome />;
  }
}
