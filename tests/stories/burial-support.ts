import { daysAgo } from '../e2e/support/at-the-table.ts';
import { makePicture } from '../e2e/support/picture.ts';
import { consentsGiven, type Story } from './story.ts';

/** A daughter buried her father three weeks ago; he had the social pension, and the death is registered. */
export const burialSupportStory: Story = {
  procedure: 'burial-support',
  answers: {
    ...consentsGiven,
    'requester.kind': 'Người nhà hoặc người quen',
    'requester.relation': 'Con',
    'requester.name': 'Hà Thị Lự',
    'requester.sex': 'Nữ',
    'requester.birthDate': '03/02/1979',
    'requester.idKind': 'Thẻ căn cước',
    'requester.nationalId': '038179000006',
    'requester.idIssuedOn': '15/04/2021',
    'requester.residence': { village: 'Bản Đôn' },
    'deceased.benefit': 'Trợ cấp hưu trí xã hội',
    'death.registered': 'Có',
    'deceased.name': 'Hà Văn Ức',
    'deceased.sex': 'Nam',
    'deceased.birthDate': '1942',
    'deceased.nationality': 'Việt Nam',
    'deceased.ethnicity': 'Mường',
    'deceased.idKind': 'Chứng minh nhân dân',
    'deceased.nationalId': 'I do not know',
    'deceased.residence': { village: 'Bản Đôn' },
    'death.date': daysAgo(21),
    'death.time': 'I do not know',
    'payment.way': 'Tài khoản ngân hàng',
    'payment.accountName': 'Hà Thị Lự',
    'payment.accountNumber': '0000 0000 0001',
    'payment.bank': 'Ngân hàng ở xã',
    'result.way': 'Nhận kết quả bản giấy có đóng dấu',
    'document.deathExtract': {
      paper: 'Có mang theo, chụp ảnh',
      which: 'Trích lục khai tử',
      photos: [makePicture(1)],
    },
    'document.requesterId': { paper: 'Có mang theo, chỉ cho xem' },
  },
  endsWith: 'signature.requester',
};
