import type { PaperForm } from '../../contract/operations/papers.ts';

/** What is known of each form of Circular 03/2025/TT-VPCP, Annex I; its title stands in `paper-forms.json`. */
export interface FormFacts {
  /** Papers of a series are numbered from 1 in each commune and year: `12/PXL`. Null for forms without a number. */
  readonly series: 'HDHS' | 'PXL' | null;
  /** False where the fields were not seen in the circular or in live software (DOMAIN 1.2): said on paper and screen. */
  readonly confirmed: boolean;
}

export const forms: Readonly<Record<PaperForm, FormFacts>> = {
  receipt: { series: null, confirmed: true },
  supplement: { series: 'HDHS', confirmed: true },
  refusal: { series: null, confirmed: true },
  apology: { series: 'PXL', confirmed: false },
  stop: { series: null, confirmed: false },
  control: { series: null, confirmed: true },
};
