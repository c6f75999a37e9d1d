import { useEffect, useState } from 'react';
import { formatIsoPartial } from '../../../../../domain/citizen/partial-date.ts';
import type { ReadAddress } from '../../../../../domain/place/read-address.ts';
import type { CardRead } from './card-read.ts';

/** The card's address in the units of today; undefined where it has none, and while the old units are being loaded. */
export function useReadAddress({ residence, issuedOn }: CardRead): ReadAddress | undefined {
  const [read, setRead] = useState<{ readonly of: string; readonly address: ReadAddress }>();
  const issued = issuedOn === undefined ? undefined : formatIsoPartial(issuedOn);
  useEffect(() => {
    if (residence === undefined) return;
    let here = true;
    void import('../../../../../domain/place/read-address.ts').then(({ readAddress }) => {
      if (here) setRead({ of: residence, address: readAddress(residence, issued) });
    });
    return () => {
      here = false;
    };
  }, [residence, issued]);
  return read?.of === residence ? read?.address : undefined;
}
