/** Made once by this build; an envelope that ever was must open for ever. The keys guard nothing else. */
export const knownAnswer = {
  recipient: {
    id: 'ExyRjAelbKU',
    publicKey: 'BE_iAdNF6Xw8lZ9EQ7D7svpvqX868t8e_uiFa7XmBVbnLmXzg6btN-hGEePCmRxV1PMQ2rwlEX3QPDIE59DAwVw',
    pkcs8:
      'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgCamsKqUNV7vGrytm5dkw0CAEN3r-t2F1Q5z63XyMha6hRANCAARP4gHTRel8PJWfREOw-7L6b6l_OvLfHv7ohWu15gVW5y5l84Om7TfoRhHjwpkcVdTzENq8JRF90DwyBOfQwMFc',
  },
  signer: {
    id: 'EoY_cVB12kI',
    publicKey: 'BEbD4ZRxYeV2WXBpEfbHe8JNOU8R7ANjT6UUyPAhidj1hf8_AGLoA1IQ-iAMXepdGMQ5u2AaYkRSiLkTo4vbOhQ',
    pkcs8:
      'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgZWb-JVfnjbK58KXAAoLXtQtrYHoXe-W2Pi5m0JKI8ruhRANCAARGw-GUcWHldllwaRH2x3vCTTlPEewDY0-lFMjwIYnY9YX_PwBi6ANSEPogDF3qXRjEObtgGmJEUoi5E6OL2zoU',
  },
  submission: {
    id: '0190a1b2-0000-7000-8000-000000000001',
    kind: 'dossier',
    procedure: {
      id: 'birth-registration',
      version: 1,
    },
    answers: {
      'child.name': 'Lò Thị Mẫu',
      'mother.name': 'Hà Thị Mẫu',
      'father.declared': false,
    },
    attachments: [],
    consents: [],
    provisionalReference: 'TAM-0000-0000-0',
    assistedBy: {
      staffId: '0190a1b2-0000-7000-8000-00000000000a',
      deviceId: '0190a1b2-0000-7000-8000-00000000000b',
      commune: '16174',
    },
    languages: {
      reading: 'vi',
      spoken: 'vi',
    },
    finishedAt: '2026-11-22T10:00:00Z',
  },
  sealed:
    'VkJFMQGQobIAAHAAgAAAAAAAAAECAAETHJGMB6VspQQOEiJhCSzo9mOB8vzwb06BX_vYUoK2Z_SShoUD3xZ3TPYiHgauEa3W1MzcXrBZz58SuoJ0R1gzAVQIhez7Y6W_Pf32J0m2YOlCsw0oUNdqcZzDw3Qj7f4BSuSOWfHnlU4e9oGjW2X-TIoxO03vZZiKU6txVqdbaTeDePIUjAJHC2GC_3DQEFnkNkI964d_nR9PuDVD_t6xotnpf5q9az89SasQZjknSdrhJKlgV4zv-l7mkIMF8XROehDfFFe4UdVa6wS9XNX09E0z7q-3UH1Tn0TBXFFMDET6dICcS_FURkZHaqa3_BmEcyhAIUtnwxjYEGrdUe5WRxuNTxu2QizoCD0',
  digest: 'w4gHjgKwKbt67IzEQUMhUTfDjv5j2lDJeYL99txwy2E',
} as const;
