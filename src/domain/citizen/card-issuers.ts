/** Cards with a personal number, by the words that procedures have for them. */
export const cardKinds = ['identity-card', 'citizen-card'] as const;
export type CardKind = (typeof cardKinds)[number];

/** Who issued which: the words printed on it tell the two apart (DOMAIN section 3.2). */
export const cardIssuers: Readonly<Record<CardKind, string>> = {
  'identity-card': 'Bộ Công an',
  'citizen-card': 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
};
