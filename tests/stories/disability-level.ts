import { makePicture } from '../e2e/support/picture.ts';
import { consentsGiven, type Story } from './story.ts';

/** A man who lost a leg comes himself, for the first time, with the papers of the hospital. */
export const disabilityLevelStory: Story = {
  procedure: 'disability-level',
  answers: {
    ...consentsGiven,
    'consent.health': 'Đồng ý',
    'requester.relation': 'Chính người đó',
    'person.name': 'Hà Văn Thoán',
    'person.sex': 'Nam',
    'person.birthDate': '03/02/1996',
    'person.ethnicity': 'Mường',
    'person.idKind': 'Thẻ căn cước',
    'person.nationalId': '038096000002',
    'person.idIssuedOn': 'I do not know',
    'person.residence': { village: 'Bản Đôn' },
    'person.residenceKind': 'Thường trú',
    'request.kind': 'Lần đầu',
    'disability.kinds': 'Đi lại, cử động tay chân',
    'care.walking': 'Cần người giúp',
    'care.eating': 'Tự làm được',
    'care.hygiene': 'Cần người giúp',
    'care.dressing': 'Tự làm được',
    'care.hearing': 'Tự làm được',
    'care.seeing': 'Tự làm được',
    'care.speaking': 'Tự làm được',
    'medical.papers': 'Có',
    'medical.conclusion': 'Không',
    'result.way': 'Nhận kết quả bản giấy có đóng dấu',
    'document.medical': { paper: 'Có mang theo, chụp ảnh', photos: [makePicture(1), makePicture(2)] },
    'document.requesterId': { paper: 'Có mang theo, chỉ cho xem' },
  },
  endsWith: 'signature.requester',
};
