import { Suspense } from 'react';
import { useOffered } from '../../../procedures/offered.ts';

/** What a procedure is called in lists, shipped or published. One that this tablet does not know is called by its id. */
export function ProcedureName({ id }: { readonly id: string }) {
  return (
    <Suspense>
      <Name id={id} />
    </Suspense>
  );
}

function Name({ id }: { readonly id: string }) {
  return useOffered().find((one) => one.id === id)?.name ?? id;
}
