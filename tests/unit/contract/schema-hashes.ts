/** Hash of all schemas of the wire, by contract version. */
export const SCHEMA_HASHES: Readonly<Record<number, string>> = {
  1: '0WvDyUNLizG07TyE75yQDGGuO8SOlTThhLeaM4Mt8m8',
  2: 'V4Xa2ENxeV8l_ONvbZbBfD-7VKVrRmseMsJpABL4_DM',
  3: 'kwVpdPj7_7FaNQnJ4NNwu-W-GEcsEwOYPrvyr_aXEfs',
  4: 'EjSYuIiUouqJVqBso1P6oC8LoXq1xbmwljK4HsZvHSQ',
  5: 'CtgciZHvvewIx0AtvrpVsUnGfSgNLHsBRK9rLY5X9Zg',
};
