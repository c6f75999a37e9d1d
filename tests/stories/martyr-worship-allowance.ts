import { makePicture } from '../e2e/support/picture.ts';
import { consentsGiven, type Story } from './story.ts';

/** A nephew keeps the altar of an uncle who fell in 1972; no other relatives are left. */
export const martyrWorshipAllowanceStory: Story = {
  procedure: 'martyr-worship-allowance',
  answers: {
    ...consentsGiven,
    'requester.relation': 'Họ hàng khác',
    'requester.name': 'Hà Văn Thoán',
    'requester.sex': 'Nam',
    'requester.birthDate': '03/02/1996',
    'requester.ethnicity': 'Mường',
    'requester.idKind': 'Thẻ căn cước',
    'requester.nationalId': '038096000002',
    'requester.idIssuedOn': '15/04/2021',
    'requester.residence': { village: 'Bản Đôn' },
    'requester.residenceKind': 'Thường trú',
    'martyr.certificate': 'Có',
    'martyr.name': 'Hà Văn Pản',
    'martyr.birthDate': '1950',
    'martyr.origin': { village: 'Bản Đôn' },
    'martyr.diedOn': '1972',
    'martyr.certificateNumber': 'I do not know',
    'worship.now': 'Chưa ai nhận',
    'worship.agreed': 'Không còn thân nhân nào khác',
    'result.way': 'Nhận kết quả bản giấy có đóng dấu',
    'document.certificate': { paper: 'Có mang theo, chụp ảnh', photos: [makePicture(1)] },
    'document.requesterId': { paper: 'Có mang theo, chỉ cho xem' },
  },
  endsWith: 'signature.requester',
};
