import { daysAgo } from '../e2e/support/at-the-table.ts';
import { makePicture } from '../e2e/support/picture.ts';
import { consentsGiven, type Story } from './story.ts';

/** A wounded soldier died a month ago; the family met and sends his daughter, no child is under age. */
export const meritDeathBenefitStory: Story = {
  procedure: 'merit-death-benefit',
  answers: {
    ...consentsGiven,
    'requester.relation': 'Con',
    'requester.name': 'Hà Thị Lự',
    'requester.sex': 'Nữ',
    'requester.birthDate': '03/02/1979',
    'requester.ethnicity': 'Mường',
    'requester.idKind': 'Thẻ căn cước',
    'requester.nationalId': '038179000006',
    'requester.idIssuedOn': '15/04/2021',
    'requester.residence': { village: 'Bản Đôn' },
    'requester.residenceKind': 'Thường trú',
    'deceased.merit': 'Có',
    'death.registered': 'Có',
    'deceased.meritKind': 'Thương binh',
    'deceased.name': 'Hà Văn Ức',
    'deceased.sex': 'Nam',
    'deceased.birthDate': '1948',
    'deceased.ethnicity': 'Mường',
    'deceased.idKind': 'Chứng minh nhân dân',
    'deceased.nationalId': 'I do not know',
    'deceased.residence': { village: 'Bản Đôn' },
    'death.date': daysAgo(30),
    'relatives.agreed': 'Đã họp, có biên bản',
    'children.number': '0',
    'result.way': 'Nhận kết quả bản giấy có đóng dấu',
    'document.deathExtract': { paper: 'Có mang theo, chụp ảnh', photos: [makePicture(1)] },
    'document.minutes': { paper: 'Có mang theo, chụp ảnh', photos: [makePicture(2)] },
    'document.requesterId': { paper: 'Có mang theo, chỉ cho xem' },
  },
  endsWith: 'signature.requester',
};
